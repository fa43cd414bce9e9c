package org.mulin.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line that another module wants in a table.
 *
 * @param version of the table that holds it; null while there is none
 * @param waiting a second person has still to agree
 */
public record Amendment(UUID draftId, @Nullable Long version, boolean waiting) {
    /** Neither in the table nor on its way: sent back or discarded. */
    public boolean isOff() {
        return version == null && !waiting;
    }
}
