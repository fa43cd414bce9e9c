package org.mulin.access;

import java.util.Collection;
import java.util.Set;

/** Sessions, for answers that outlive their request. */
public interface Sessions {
    /** Those of the session ids that are not signed out, expired or of a disabled account; one query. */
    Set<String> alive(Collection<String> ids);
}
