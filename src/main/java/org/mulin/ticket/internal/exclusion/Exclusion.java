package org.mulin.ticket.internal.exclusion;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.RateKind;

/**
 * 剔除: a unit asks that the rates leave a ticket out, and a higher level decides. A value: steps make new ones.
 *
 * @param unitId that asked
 * @param reasonName with basis and rates, as the pack had them when the unit asked
 * @param evidenceId entry of the ticket's history that owns the evidence
 * @param decidedWords what the last decision, or its revocation, says
 */
record Exclusion(
        UUID id,
        UUID ticketId,
        ExclusionState state,
        UUID unitId,
        String reasonCode,
        String reasonName,
        String basis,
        Set<RateKind> rates,
        long packVersion,
        String words,
        UUID evidenceId,
        Instant appliedAt,
        UUID applicantId,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedUnitId,
        @Nullable String decidedWords,
        long version) {
    Exclusion {
        rates = Set.copyOf(rates);
    }

    /** Somebody has to decide, or has left it out. */
    boolean isStanding() {
        return state == ExclusionState.OPEN || state == ExclusionState.UPHELD;
    }

    Exclusion takenBack() {
        return with(ExclusionState.WITHDRAWN, null, null, null);
    }

    Exclusion decided(ExclusionState next, @Nullable UUID byUnitId, String why, Instant now) {
        return with(next, now, byUnitId, why);
    }

    private Exclusion with(ExclusionState next, @Nullable Instant at, @Nullable UUID byUnitId, @Nullable String why) {
        return new Exclusion(
                id,
                ticketId,
                next,
                unitId,
                reasonCode,
                reasonName,
                basis,
                rates,
                packVersion,
                words,
                evidenceId,
                appliedAt,
                applicantId,
                at,
                byUnitId,
                why,
                version + 1);
    }
}
