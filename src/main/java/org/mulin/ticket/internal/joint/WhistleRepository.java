package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_TICKET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Sealing;
import org.mulin.ticket.internal.db.tables.records.WhistleCallRecord;
import org.mulin.ticket.internal.db.tables.records.WhistleRecord;
import org.mulin.triage.Point;
import org.springframework.stereotype.Repository;

/** Reads a whistle for a step, and writes what the step made of it. */
@Repository
class WhistleRepository {
    private final DSLContext sql;
    private final Sealing sealing;

    WhistleRepository(DSLContext sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    /** What the convener said when blowing it. */
    record Cause(String problem, String placeText, @Nullable Point point, Instant blownAt) {}

    /** For a step: what others do to it waits until this one commits. */
    Whistle lock(UUID id) {
        return sql.selectFrom(WHISTLE)
                .where(WHISTLE.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::whistle)
                .orElseThrow(Absent::new);
    }

    /** Where they meet; empty when the convener gave no point. */
    Optional<Point> point(UUID id) {
        return sql.select(WHISTLE.LON, WHISTLE.LAT)
                .from(WHISTLE)
                .where(WHISTLE.ID.eq(id), WHISTLE.LON.isNotNull())
                .fetchOptional(row -> new Point(row.value1(), row.value2()));
    }

    Optional<Whistle> lockOpen(UUID ticketId) {
        return sql.selectFrom(WHISTLE)
                .where(WHISTLE.TICKET_ID.eq(ticketId), WHISTLE.STATUS.eq(WhistleStatus.OPEN.name()))
                .forUpdate()
                .fetchOptional(this::whistle);
    }

    boolean isOpenOn(UUID ticketId) {
        return sql.fetchExists(WHISTLE, WHISTLE.TICKET_ID.eq(ticketId), WHISTLE.STATUS.eq(WhistleStatus.OPEN.name()));
    }

    /** Open whistles that this ticket goes along with, led by another one. */
    List<Whistle> lockFollowed(UUID ticketId) {
        return sql.selectFrom(WHISTLE)
                .where(
                        WHISTLE.STATUS.eq(WhistleStatus.OPEN.name()),
                        WHISTLE.TICKET_ID.ne(ticketId),
                        WHISTLE.ID.in(DSL.select(WHISTLE_TICKET.WHISTLE_ID)
                                .from(WHISTLE_TICKET)
                                .where(WHISTLE_TICKET.TICKET_ID.eq(ticketId), WHISTLE_TICKET.LEFT_AT.isNull())))
                .orderBy(WHISTLE.ID)
                .forUpdate()
                .fetch(this::whistle);
    }

    void leave(UUID whistleId, UUID ticketId, Instant at) {
        sql.update(WHISTLE_TICKET)
                .set(WHISTLE_TICKET.LEFT_AT, at)
                .where(WHISTLE_TICKET.WHISTLE_ID.eq(whistleId), WHISTLE_TICKET.TICKET_ID.eq(ticketId))
                .execute();
    }

    /** Those that are still part of it. */
    List<UUID> tickets(UUID whistleId) {
        return sql.select(WHISTLE_TICKET.TICKET_ID)
                .from(WHISTLE_TICKET)
                .where(WHISTLE_TICKET.WHISTLE_ID.eq(whistleId), WHISTLE_TICKET.LEFT_AT.isNull())
                .fetch(WHISTLE_TICKET.TICKET_ID);
    }

    private Whistle whistle(WhistleRecord row) {
        return whistle(row, calls(List.of(row.getId())).getOrDefault(row.getId(), List.of()));
    }

    static Whistle whistle(WhistleRecord row, List<Call> calls) {
        return new Whistle(
                row.getId(),
                row.getTicketId(),
                row.getAreaKey(),
                WhistleStatus.valueOf(row.getStatus()),
                row.getConvenerUnitId(),
                row.getMeetAt(),
                row.getResolution(),
                row.getEndedAt(),
                row.getNeeded(),
                calls,
                row.getVersion());
    }

    /** The calls of whistles, the lead's first, then as they were called. */
    Map<UUID, List<Call>> calls(List<UUID> whistleIds) {
        return sql.selectFrom(WHISTLE_CALL)
                .where(WHISTLE_CALL.WHISTLE_ID.in(whistleIds))
                .orderBy(WHISTLE_CALL.LEAD.desc(), WHISTLE_CALL.CALLED_AT, WHISTLE_CALL.ID)
                .fetchGroups(WHISTLE_CALL.WHISTLE_ID, this::call);
    }

    private Call call(WhistleCallRecord row) {
        return new Call(
                row.getId(),
                row.getUnitId(),
                row.getLead(),
                CallStatus.valueOf(row.getStatus()),
                row.getCalledAt(),
                row.getConfirmBy(),
                row.getConfirmedAt(),
                row.getObjections(),
                row.getDelegateNameSealed() == null
                        ? null
                        : new Call.Delegate(
                                sealing.open(row.getDelegateNameSealed()), sealing.open(row.getDelegatePhoneSealed())),
                row.getArrivedAt() == null
                        ? null
                        : new Call.Arrival(
                                row.getArrivedAt(), row.getArrivedLon(), row.getArrivedLat(), row.getArrivalCounts()),
                row.getPromise() == null
                        ? null
                        : new Call.Promise(row.getDone(), row.getPromise(), row.getPromiseOn(), row.getPromiseDueAt()),
                row.getSignedAt(),
                row.getFulfilledAt(),
                row.getScore(),
                row.getVersion());
    }

    void insert(Whistle whistle, Cause cause, List<UUID> ticketIds) {
        Point point = cause.point();
        sql.insertInto(WHISTLE)
                .set(WHISTLE.ID, whistle.id())
                .set(WHISTLE.TICKET_ID, whistle.ticketId())
                .set(WHISTLE.AREA_KEY, whistle.areaKey())
                .set(WHISTLE.STATUS, whistle.status().name())
                .set(WHISTLE.CONVENER_UNIT_ID, whistle.convenerUnitId())
                .set(WHISTLE.PROBLEM, cause.problem())
                .set(WHISTLE.PLACE_TEXT, cause.placeText())
                .set(WHISTLE.LON, point == null ? null : point.lon())
                .set(WHISTLE.LAT, point == null ? null : point.lat())
                .set(WHISTLE.MEET_AT, whistle.meetAt())
                .set(WHISTLE.BLOWN_AT, cause.blownAt())
                .set(WHISTLE.VERSION, whistle.version())
                .execute();
        for (UUID ticketId : ticketIds) {
            sql.insertInto(WHISTLE_TICKET)
                    .set(WHISTLE_TICKET.WHISTLE_ID, whistle.id())
                    .set(WHISTLE_TICKET.TICKET_ID, ticketId)
                    .execute();
        }
        whistle.calls().forEach(call -> insert(whistle.id(), call));
    }

    private void insert(UUID whistleId, Call call) {
        WhistleCallRecord row = row(call);
        row.setId(call.id());
        row.setWhistleId(whistleId);
        row.setUnitId(call.unitId());
        row.setLead(call.lead());
        row.setCalledAt(call.calledAt());
        sql.insertInto(WHISTLE_CALL).set(row).execute();
    }

    /** Writes what a step changed; the row of the whistle is locked by whoever read it for the step. */
    void save(Whistle before, Whistle after) {
        sql.update(WHISTLE)
                .set(WHISTLE.STATUS, after.status().name())
                .set(WHISTLE.RESOLUTION, after.resolution())
                .set(WHISTLE.ENDED_AT, after.endedAt())
                .set(WHISTLE.VERSION, after.version())
                .where(WHISTLE.ID.eq(after.id()))
                .execute();
        for (int i = 0; i < after.calls().size(); i++) {
            Call call = after.calls().get(i);
            if (i >= before.calls().size()) {
                insert(after.id(), call);
            } else if (!call.equals(before.calls().get(i))) {
                sql.update(WHISTLE_CALL)
                        .set(row(call))
                        .where(WHISTLE_CALL.ID.eq(call.id()))
                        .execute();
            }
        }
    }

    private WhistleCallRecord row(Call call) {
        WhistleCallRecord row = new WhistleCallRecord();
        row.setStatus(call.status().name());
        row.setConfirmBy(call.confirmBy());
        row.setConfirmedAt(call.confirmedAt());
        row.setObjections(call.objections());
        Call.Delegate delegate = call.delegate();
        row.setDelegateNameSealed(delegate == null ? null : sealing.seal(delegate.name()));
        row.setDelegatePhoneSealed(delegate == null ? null : sealing.seal(delegate.phone()));
        Call.Arrival arrival = call.arrival();
        row.setArrivedAt(arrival == null ? null : arrival.at());
        row.setArrivedLon(arrival == null ? null : arrival.lon());
        row.setArrivedLat(arrival == null ? null : arrival.lat());
        row.setArrivalCounts(arrival == null ? null : arrival.counts());
        Call.Promise promise = call.promise();
        row.setDone(promise == null ? null : promise.done());
        row.setPromise(promise == null ? null : promise.words());
        row.setPromiseOn(promise == null ? null : promise.on());
        row.setPromiseDueAt(promise == null ? null : promise.dueAt());
        row.setSignedAt(call.signedAt());
        row.setFulfilledAt(call.fulfilledAt());
        row.setScore(call.score());
        row.setVersion(call.version());
        return row;
    }

    /** What was written with a step, and which entry of the ticket's history holds its photos. */
    void keepWords(Call call, CallAct act, UUID stepId) {
        var change = sql.update(WHISTLE_CALL);
        switch (act) {
            case CallAct.CheckIn ignored ->
                change.set(WHISTLE_CALL.ARRIVAL_STEP_ID, stepId)
                        .where(WHISTLE_CALL.ID.eq(call.id()))
                        .execute();
            case CallAct.Admit admit ->
                change.set(WHISTLE_CALL.ADMIT_WORDS, admit.words())
                        .where(WHISTLE_CALL.ID.eq(call.id()))
                        .execute();
            case CallAct.Fulfil fulfil ->
                change.set(WHISTLE_CALL.FULFILLED_WORDS, fulfil.words())
                        .set(WHISTLE_CALL.FULFIL_STEP_ID, stepId)
                        .where(WHISTLE_CALL.ID.eq(call.id()))
                        .execute();
            case CallAct.Score score ->
                change.set(WHISTLE_CALL.SCORE_WORDS, score.words())
                        .where(WHISTLE_CALL.ID.eq(call.id()))
                        .execute();
            default -> {}
        }
    }

    void keepEnd(UUID whistleId, String words) {
        sql.update(WHISTLE)
                .set(WHISTLE.END_WORDS, words)
                .where(WHISTLE.ID.eq(whistleId))
                .execute();
    }

    void keepReview(Whistle whistle, String words, Instant at) {
        sql.update(WHISTLE)
                .set(WHISTLE.NEEDED, Objects.requireNonNull(whistle.needed()))
                .set(WHISTLE.REVIEW_WORDS, words)
                .set(WHISTLE.REVIEWED_AT, at)
                .where(WHISTLE.ID.eq(whistle.id()))
                .execute();
    }
}
