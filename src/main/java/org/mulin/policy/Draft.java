package org.mulin.policy;

import java.util.Optional;
import java.util.UUID;

/**
 * A new version of one table that has been checked and is not in force yet.
 *
 * @param table its lasting name
 * @param content what the table would say
 */
public record Draft(UUID id, String table, Object content) {
    /** What would hold instead of this version; empty when the draft is another table's. */
    @SuppressWarnings("unchecked")
    public <T> Optional<Versioned<T>> instead(Versioned<T> before) {
        return before.table().equals(table)
                ? Optional.of(new Versioned<>(table, before.version(), before.validFrom(), (T) content))
                : Optional.empty();
    }
}
