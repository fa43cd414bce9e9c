package org.mulin.policy.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;

/** One version as it lies in the database: the text of the file, unaltered. */
record StoredVersion(String table, long version, LocalDate validFrom, String text) {
    record Key(String table, long version) {}

    Key key() {
        return new Key(table, version);
    }

    Object read(PackTable<?> reader) {
        var problems = new PackProblems();
        return reader.parse(text, problems).map(Object.class::cast).orElseThrow(() -> new PackBroken(problems.all()));
    }

    /** The latest to come into force on or before the day; a correction of the same day wins by its number. */
    static StoredVersion inForce(Collection<StoredVersion> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.validFrom.isAfter(day))
                .max(Comparator.comparing(StoredVersion::validFrom).thenComparingLong(StoredVersion::version))
                .orElseGet(() -> versions.stream()
                        .min(Comparator.comparing(StoredVersion::validFrom).thenComparingLong(StoredVersion::version))
                        .orElseThrow());
    }
}
