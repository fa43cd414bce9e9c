package org.mulin.policy.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/** One version of a table as the database knows it, without its text. */
record StoredVersion(String table, long version, LocalDate validFrom, boolean withdrawn) {
    private static final Comparator<StoredVersion> BY_DAY =
            Comparator.comparing(StoredVersion::validFrom).thenComparingLong(StoredVersion::version);

    record Key(String table, long version) {}

    static StoredVersion of(String table, long version, LocalDate validFrom) {
        return new StoredVersion(table, version, validFrom, false);
    }

    Key key() {
        return new Key(table, version);
    }

    /** The latest to come into force on or before the day; a correction of the same day wins by its number. */
    static StoredVersion inForce(Collection<StoredVersion> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.withdrawn && !version.validFrom.isAfter(day))
                .max(BY_DAY)
                .orElseGet(() -> versions.stream()
                        .filter(version -> !version.withdrawn)
                        .min(BY_DAY)
                        .orElseThrow());
    }

    /** The last of all that came, or will come, into force. */
    static StoredVersion newest(Collection<StoredVersion> versions) {
        return versions.stream()
                .filter(version -> !version.withdrawn)
                .max(BY_DAY)
                .orElseThrow();
    }
}
