package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;

/**
 * 吹哨: departments called together on a ticket, at a place and a time. A value: steps make new ones.
 *
 * @param ticketId the case; its history tells all that is done here
 * @param areaKey key of the ticket's place
 * @param meetAt when they come together
 * @param resolution 联合决议, as the convener has drafted it
 * @param needed the reviewer's word on whether it was needed; null before
 */
record Whistle(
        UUID id,
        UUID ticketId,
        String areaKey,
        WhistleStatus status,
        UUID convenerUnitId,
        Instant meetAt,
        @Nullable String resolution,
        @Nullable Instant endedAt,
        @Nullable Boolean needed,
        List<Call> calls,
        long version) {

    Whistle {
        calls = List.copyOf(calls);
    }

    static Whistle blown(
            UUID id, UUID ticketId, String areaKey, UUID convenerUnitId, Instant meetAt, List<Call> calls) {
        return new Whistle(
                id, ticketId, areaKey, WhistleStatus.OPEN, convenerUnitId, meetAt, null, null, null, calls, 1);
    }

    Call call(UUID callId) {
        return calls.stream()
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    boolean calls(UUID unitId) {
        return calls.stream().anyMatch(call -> call.unitId().equals(unitId));
    }

    /** Somebody has signed, and nobody is left who still has to. */
    boolean isAgreed() {
        return calls.stream().allMatch(call -> call.status().isOver())
                && calls.stream().anyMatch(call -> call.status() == CallStatus.SIGNED);
    }

    Whistle with(Call changed) {
        List<Call> after = calls.stream()
                .map(call -> call.id().equals(changed.id()) ? changed : call)
                .toList();
        return of(status, resolution, endedAt, needed, after, version);
    }

    Whistle calling(Call more) {
        List<Call> after = new ArrayList<>(calls);
        after.add(more);
        return of(status, resolution, endedAt, needed, after, version);
    }

    /** The whistle after this act, were it in {@code next} then; the workflow decides whether it may. */
    Whistle after(WhistleAct act, WhistleStatus next, Instant now) {
        return switch (act) {
            case WhistleAct.Draft draft -> of(next, draft.words(), endedAt, needed, calls, version + 1);
            case WhistleAct.Leave ignored -> of(next, resolution, endedAt, needed, calls, version + 1);
            case WhistleAct.Review review -> of(next, resolution, endedAt, review.needed(), calls, version + 1);
            case WhistleAct.Agree ignored -> of(next, resolution, now, needed, calls, version + 1);
            case WhistleAct.Close ignored -> of(next, resolution, now, needed, released(now), version + 1);
            case WhistleAct.Lapse ignored -> of(next, resolution, now, needed, released(now), version + 1);
        };
    }

    /** Whoever has not signed is let go by the end. */
    private List<Call> released(Instant now) {
        return calls.stream()
                .map(call ->
                        call.status().isOver() ? call : call.after(new CallAct.Release(), CallStatus.RELEASED, now))
                .toList();
    }

    private Whistle of(
            WhistleStatus next,
            @Nullable String text,
            @Nullable Instant ended,
            @Nullable Boolean need,
            List<Call> all,
            long newVersion) {
        return new Whistle(id, ticketId, areaKey, next, convenerUnitId, meetAt, text, ended, need, all, newVersion);
    }
}
