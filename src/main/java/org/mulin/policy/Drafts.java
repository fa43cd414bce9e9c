package org.mulin.policy;

import java.util.Optional;
import java.util.UUID;

/** Drafts of pack tables, for modules that show what a draft would change in their work. */
public interface Drafts {
    /** Published and discarded ones too. Who may ask is for the caller to check: {@link Policy#PUBLISH}. */
    Optional<Draft> find(UUID id);

    /** The lasting name of the table that a draft is for. */
    Optional<String> table(UUID id);
}
