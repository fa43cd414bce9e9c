package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Limit;
import org.mulin.policy.Pause;

/**
 * 缓办: more time for a unit, by leave of a higher level. A value: steps make new ones.
 *
 * @param approverId the unit that decides
 * @param extension how much longer; null for a suspension
 * @param reviewAt when a suspension comes up for review; null for an extension
 * @param pausedFrom since when the clock stands or stood still
 * @param pausedUntil when it goes on by itself, or went on
 * @param alarmAt when a timer does something next
 * @param packVersions by which the deadline was last reckoned
 */
record Deferral(
        UUID id,
        UUID ticketId,
        DeferralKind kind,
        DeferralState state,
        UUID unitId,
        UUID approverId,
        String reason,
        String plan,
        @Nullable Limit extension,
        @Nullable Instant reviewAt,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant pausedFrom,
        @Nullable Instant pausedUntil,
        @Nullable Instant alarmAt,
        @Nullable Map<String, Long> packVersions,
        long version) {

    boolean isOpen() {
        return state == DeferralState.ASKED || isPausing();
    }

    boolean isPausing() {
        return state == DeferralState.RUNNING || state == DeferralState.REVIEW;
    }

    /** The time that it takes out of the clock; null when there is none. */
    @Nullable
    Pause pause() {
        return pausedFrom != null && pausedUntil != null && pausedFrom.isBefore(pausedUntil)
                ? new Pause(pausedFrom, pausedUntil)
                : null;
    }

    /** Decided, without any time yet. */
    Deferral decided(DeferralState next, Instant now) {
        return with(next, reviewAt, now, pausedFrom, pausedUntil, null);
    }

    /** The clock stands still from {@code from} until the review and the approver's limit for it are over. */
    Deferral pausing(Instant from, Instant review, Instant until, Instant now) {
        return with(DeferralState.RUNNING, review, now, from, until, review);
    }

    Deferral calledUp() {
        return with(DeferralState.REVIEW, reviewAt, decidedAt, pausedFrom, pausedUntil, pausedUntil);
    }

    /** It went on now, or when it was to go on by itself. */
    Deferral ended(Instant now) {
        Instant until = pausedUntil == null || now.isBefore(pausedUntil) ? now : pausedUntil;
        return with(DeferralState.ENDED, reviewAt, decidedAt, pausedFrom, until, null);
    }

    Deferral reckonedBy(Map<String, Long> versions) {
        return new Deferral(
                id,
                ticketId,
                kind,
                state,
                unitId,
                approverId,
                reason,
                plan,
                extension,
                reviewAt,
                askedAt,
                decidedAt,
                pausedFrom,
                pausedUntil,
                alarmAt,
                Map.copyOf(versions),
                version);
    }

    private Deferral with(
            DeferralState next,
            @Nullable Instant review,
            @Nullable Instant decided,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant alarm) {
        return new Deferral(
                id,
                ticketId,
                kind,
                next,
                unitId,
                approverId,
                reason,
                plan,
                extension,
                review,
                askedAt,
                decided,
                from,
                until,
                alarm,
                packVersions,
                version + 1);
    }
}
