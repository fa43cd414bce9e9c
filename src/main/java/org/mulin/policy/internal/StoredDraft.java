package org.mulin.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.internal.DraftLife.Part;

/**
 * 草稿 A table as it was uploaded, checked and not in force.
 *
 * @param baseVersion the version it was compared with; still the newest when it is published
 * @param effectiveFrom the day that was asked for, and {@code reason} why; both null before
 */
record StoredDraft(
        UUID id,
        String table,
        long baseVersion,
        DraftState state,
        String fileName,
        String note,
        int rowsTotal,
        Counts counts,
        List<Remark> remarks,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        @Nullable Long publishedVersion,
        UUID createdBy,
        String createdName,
        Instant createdAt,
        @Nullable UUID proposedBy,
        long version) {

    /** How many rows differ from the version before. */
    record Counts(int added, int changed, int removed) {
        boolean none() {
            return added + changed + removed == 0;
        }
    }

    /** @param fresh not so in the version before */
    record Remark(String file, int line, @Nullable String column, String code, List<String> arguments, boolean fresh) {}

    /**
     * @param city has the whole city in reach
     * @param alone and needs no second person
     */
    Set<Part> partsOf(UUID who, boolean city, boolean alone) {
        Set<Part> parts = EnumSet.of(city && alone ? Part.ALONE : Part.KEEPER);
        if (who.equals(proposedBy) || who.equals(createdBy)) {
            parts.add(Part.PROPOSER);
        } else if (city) {
            parts.add(Part.SECOND);
        }
        return parts;
    }

    StoredDraft moved(
            DraftState next,
            @Nullable LocalDate day,
            @Nullable String why,
            @Nullable Long published,
            @Nullable UUID proposer) {
        return new StoredDraft(
                id,
                table,
                baseVersion,
                next,
                fileName,
                note,
                rowsTotal,
                counts,
                remarks,
                day,
                why,
                published,
                createdBy,
                createdName,
                createdAt,
                proposer,
                version + 1);
    }
}
