package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 应哨: one department's part in a whistle, with its own clock. A value: steps make new ones. Who comes is a fact; the
 * work stays the unit's.
 *
 * @param lead whether it answers for the joint result
 * @param objections how often it has objected
 * @param score 1 to 5, by the convener
 */
record Call(
        UUID id,
        UUID unitId,
        boolean lead,
        CallStatus status,
        Instant calledAt,
        Instant confirmBy,
        @Nullable Instant confirmedAt,
        int objections,
        @Nullable Delegate delegate,
        @Nullable Arrival arrival,
        @Nullable Promise promise,
        @Nullable Instant signedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Integer score,
        long version) {

    /** 到场人员: who the department says will come. */
    record Delegate(String name, String phone) {}

    /**
     * 签到: when, and where the phone said it was; null when it said nothing.
     *
     * @param counts near enough to the meeting place, or admitted by the convener
     */
    record Arrival(
            Instant at, @Nullable Double lon, @Nullable Double lat, boolean counts) {
        Arrival admitted() {
            return new Arrival(at, lon, lat, true);
        }
    }

    /** 承诺: what the department has done, what it promises, and by when. */
    record Promise(String done, String words, LocalDate on, Instant dueAt) {}

    static Call to(UUID id, UUID unitId, boolean lead, Instant now, Instant confirmBy) {
        return new Call(
                id, unitId, lead, CallStatus.CALLED, now, confirmBy, null, 0, null, null, null, null, null, null, 1);
    }

    /** The call after this act, were it in {@code next} then; the workflow decides whether it may. */
    Call after(CallAct act, CallStatus next, Instant now) {
        Call same = moved(next);
        return switch (act) {
            case CallAct.Confirm ignored -> same.confirmed(now);
            case CallAct.Objection ignored -> same.objected(objections + 1, confirmBy);
            case CallAct.Refuse refuse -> same.objected(objections, refuse.confirmBy());
            case CallAct.Send send -> same.sending(send.delegate());
            case CallAct.CheckIn in -> same.arrived(new Arrival(now, in.lon(), in.lat(), in.near()));
            case CallAct.Admit ignored ->
                same.arrived(Objects.requireNonNull(arrival).admitted());
            case CallAct.Promised promised -> same.promised(promised.promise());
            case CallAct.Sign ignored -> same.signed(now);
            case CallAct.Fulfil ignored -> same.fulfilled(now);
            case CallAct.Score given -> same.scored(given.score());
            case CallAct.Uphold ignored -> same;
            case CallAct.Release ignored -> same;
        };
    }

    private Call moved(CallStatus next) {
        return new Call(
                id,
                unitId,
                lead,
                next,
                calledAt,
                confirmBy,
                confirmedAt,
                objections,
                delegate,
                arrival,
                promise,
                signedAt,
                fulfilledAt,
                score,
                version + 1);
    }

    private Call confirmed(Instant at) {
        return with(confirmBy, at, objections, delegate, arrival, promise, signedAt, fulfilledAt, score);
    }

    private Call objected(int count, Instant by) {
        return with(by, confirmedAt, count, delegate, arrival, promise, signedAt, fulfilledAt, score);
    }

    private Call sending(Delegate who) {
        return with(confirmBy, confirmedAt, objections, who, arrival, promise, signedAt, fulfilledAt, score);
    }

    private Call arrived(Arrival there) {
        return with(confirmBy, confirmedAt, objections, delegate, there, promise, signedAt, fulfilledAt, score);
    }

    private Call promised(Promise given) {
        return with(confirmBy, confirmedAt, objections, delegate, arrival, given, signedAt, fulfilledAt, score);
    }

    private Call signed(Instant at) {
        return with(confirmBy, confirmedAt, objections, delegate, arrival, promise, at, fulfilledAt, score);
    }

    private Call fulfilled(Instant at) {
        return with(confirmBy, confirmedAt, objections, delegate, arrival, promise, signedAt, at, score);
    }

    private Call scored(int given) {
        return with(confirmBy, confirmedAt, objections, delegate, arrival, promise, signedAt, fulfilledAt, given);
    }

    private Call with(
            Instant by,
            @Nullable Instant confirmed,
            int count,
            @Nullable Delegate who,
            @Nullable Arrival there,
            @Nullable Promise given,
            @Nullable Instant signed,
            @Nullable Instant kept,
            @Nullable Integer mark) {
        return new Call(
                id, unitId, lead, status, calledAt, by, confirmed, count, who, there, given, signed, kept, mark,
                version);
    }

    /** It confirmed after its time, or its time is over and it has not. */
    boolean confirmsLate(Instant now) {
        Instant at = confirmedAt;
        return at == null
                ? (status == CallStatus.CALLED || status == CallStatus.RELEASED) && now.isAfter(confirmBy)
                : at.isAfter(confirmBy);
    }

    /** Somebody has come; who checked in elsewhere has not. */
    boolean isThere() {
        return arrival != null && arrival.counts();
    }

    /** It came after the agreed time, or that is over and nobody has come. */
    boolean arrivesLate(Instant meetAt, Instant now) {
        Arrival there = arrival;
        return there == null || !there.counts()
                ? status != CallStatus.EXCUSED && now.isAfter(meetAt)
                : there.at().isAfter(meetAt);
    }

    /** What it promised stands once it has signed, and also when the convener has ended the whistle before that. */
    boolean hasPromised(WhistleStatus whistle) {
        return promise != null && (signedAt != null || whistle == WhistleStatus.CLOSED);
    }

    /** A promise counts as broken when its date is over, be it kept later or never. */
    boolean breaksPromise(WhistleStatus whistle, Instant now) {
        Promise given = promise;
        Instant kept = fulfilledAt;
        return given != null
                && hasPromised(whistle)
                && (kept == null ? now.isAfter(given.dueAt()) : kept.isAfter(given.dueAt()));
    }
}
