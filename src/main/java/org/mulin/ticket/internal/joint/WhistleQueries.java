package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.JOINT_RATING;
import static org.mulin.ticket.internal.db.Tables.OBJECTION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_TICKET;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Metres;
import org.mulin.file.StoredFile;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.WhistleCallRecord;
import org.mulin.ticket.internal.db.tables.records.WhistleRecord;
import org.mulin.ticket.internal.joint.WhistleViews.CallObjection;
import org.mulin.ticket.internal.joint.WhistleViews.CallView;
import org.mulin.ticket.internal.joint.WhistleViews.PhotoName;
import org.mulin.ticket.internal.joint.WhistleViews.UnitName;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleTicket;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleView;
import org.springframework.stereotype.Repository;

/** Whistles whole, as staff who reach their ticket see them. */
@Repository
class WhistleQueries {
    private final DSLContext sql;
    private final WhistleRepository whistles;
    private final JointSteps steps;
    private final Names names;
    private final Reasons reasons;
    private final Clock clock;

    WhistleQueries(
            DSLContext sql, WhistleRepository whistles, JointSteps steps, Names names, Reasons reasons, Clock clock) {
        this.sql = sql;
        this.whistles = whistles;
        this.steps = steps;
        this.names = names;
        this.reasons = reasons;
        this.clock = clock;
    }

    WhistleView view(UUID id, Actor actor) {
        return views(WHISTLE.ID.eq(id), actor).stream().findFirst().orElseThrow(Absent::new);
    }

    /** Those of a ticket that the reader reaches, the latest first. */
    List<WhistleView> of(UUID ticketId, Actor actor) {
        steps.require(ticketId, actor, clock.instant());
        return views(
                WHISTLE.ID.in(DSL.select(WHISTLE_TICKET.WHISTLE_ID)
                        .from(WHISTLE_TICKET)
                        .where(WHISTLE_TICKET.TICKET_ID.eq(ticketId))),
                actor);
    }

    private List<WhistleView> views(Condition which, Actor actor) {
        if (actor.isResident()) {
            throw new Absent();
        }
        List<Record> rows = sql.select(WHISTLE.asterisk(), TICKET_.CONFIDENTIAL)
                .from(WHISTLE)
                .join(TICKET_)
                .on(TICKET_.ID.eq(WHISTLE.TICKET_ID))
                .where(which, ReachQueries.of(actor))
                .orderBy(WHISTLE.BLOWN_AT.desc(), WHISTLE.ID.desc())
                .fetch(row -> row);
        if (rows.isEmpty()) {
            return List.of();
        }
        Shown shown = shown(rows.stream().map(row -> row.get(WHISTLE.ID)).toList(), actor);
        return rows.stream()
                .map(row -> {
                    WhistleView view = view(row.into(WHISTLE), shown, actor);
                    return names.hidesWords(actor, row.get(TICKET_.CONFIDENTIAL)) ? view.forAccused() : view;
                })
                .toList();
    }

    /** All that hangs on the whistles of one answer. */
    private record Shown(
            Map<UUID, List<Call>> calls,
            Map<UUID, WhistleCallRecord> rows,
            Map<UUID, List<CallObjection>> objections,
            Map<UUID, List<WhistleTicket>> tickets,
            Map<UUID, Rating> ratings,
            Map<UUID, List<StoredFile>> photos) {}

    private record Rating(int count, double mean) {}

    private Shown shown(List<UUID> ids, Actor actor) {
        Map<UUID, WhistleCallRecord> rows = sql.selectFrom(WHISTLE_CALL)
                .where(WHISTLE_CALL.WHISTLE_ID.in(ids))
                .fetchMap(WHISTLE_CALL.ID);
        List<UUID> steps_ = rows.values().stream()
                .flatMap(row -> Stream.of(row.getArrivalStepId(), row.getFulfilStepId()))
                .filter(Objects::nonNull)
                .toList();
        return new Shown(
                whistles.calls(ids),
                rows,
                objections(rows.keySet().stream().toList()),
                tickets(ids, actor),
                ratings(ids),
                steps_.isEmpty() ? Map.of() : steps.photos(steps_));
    }

    private Map<UUID, List<CallObjection>> objections(List<UUID> calls) {
        Instant now = clock.instant();
        return sql.selectFrom(OBJECTION)
                .where(OBJECTION.CALL_ID.in(calls))
                .orderBy(OBJECTION.RAISED_AT)
                .fetchGroups(
                        OBJECTION.CALL_ID,
                        row -> new CallObjection(
                                reasons.text(row.getReasonCode()),
                                reasons.entry(row.getDutyEntry()),
                                row.getWords(),
                                row.getRaisedAt(),
                                row.getDueAt(),
                                Reasons.isLate(row.getDecidedAt(), row.getDueAt(), now),
                                ObjectionStatus.valueOf(row.getStatus()),
                                row.getDecidedWords()));
    }

    private Map<UUID, List<WhistleTicket>> tickets(List<UUID> ids, Actor actor) {
        return sql.select(
                        WHISTLE_TICKET.WHISTLE_ID,
                        TICKET_.ID,
                        TICKET_.NUMBER,
                        TICKET_.MATTER_CODE,
                        WHISTLE_TICKET.LEFT_AT)
                .from(WHISTLE_TICKET)
                .join(TICKET_)
                .on(TICKET_.ID.eq(WHISTLE_TICKET.TICKET_ID))
                .where(WHISTLE_TICKET.WHISTLE_ID.in(ids), ReachQueries.of(actor))
                .orderBy(TICKET_.NUMBER)
                .fetchGroups(
                        WHISTLE_TICKET.WHISTLE_ID,
                        row -> new WhistleTicket(row.value2(), row.value3(), names.matter(row.value4()), row.value5()));
    }

    private Map<UUID, Rating> ratings(List<UUID> ids) {
        return sql.select(JOINT_RATING.WHISTLE_ID, DSL.count(), DSL.avg(JOINT_RATING.SCORE))
                .from(JOINT_RATING)
                .where(JOINT_RATING.WHISTLE_ID.in(ids))
                .groupBy(JOINT_RATING.WHISTLE_ID)
                .fetchMap(JOINT_RATING.WHISTLE_ID, row -> rating(row));
    }

    private static Rating rating(Record row) {
        return new Rating(row.get(1, Integer.class), tenths(row.get(2, BigDecimal.class)));
    }

    static double tenths(BigDecimal mean) {
        return mean.setScale(1, RoundingMode.HALF_UP).doubleValue();
    }

    private WhistleView view(WhistleRecord row, Shown shown, Actor actor) {
        List<Call> calls = shown.calls().getOrDefault(row.getId(), List.of());
        Whistle whistle = WhistleRepository.whistle(row, calls);
        Rating rating = shown.ratings().get(row.getId());
        return new WhistleView(
                row.getId(),
                row.getTicketId(),
                shown.tickets().getOrDefault(row.getId(), List.of()),
                whistle.status(),
                name(row.getConvenerUnitId()),
                row.getProblem(),
                row.getPlaceText(),
                row.getLon(),
                row.getLat(),
                row.getMeetAt(),
                row.getBlownAt(),
                row.getResolution(),
                row.getEndedAt(),
                row.getEndWords(),
                row.getNeeded(),
                row.getReviewWords(),
                rating == null ? 0 : rating.count(),
                rating == null ? null : rating.mean(),
                calls.stream()
                        .map(call -> call(row, whistle, call, shown, actor))
                        .toList(),
                JointWorkflow.allowed(whistle, JointRoles.of(actor, whistle, null)),
                row.getVersion());
    }

    UnitName name(UUID unitId) {
        return new UnitName(unitId, String.valueOf(names.unitName(unitId)));
    }

    private CallView call(WhistleRecord row, Whistle whistle, Call call, Shown shown, Actor actor) {
        Instant now = whistle.endedAt() == null ? clock.instant() : whistle.endedAt();
        WhistleCallRecord stored = Objects.requireNonNull(shown.rows().get(call.id()));
        Call.Delegate delegate = call.delegate();
        Call.Arrival arrival = call.arrival();
        Call.Promise promise = call.promise();
        return new CallView(
                call.id(),
                name(call.unitId()),
                call.lead(),
                call.status(),
                call.confirmBy(),
                call.confirmedAt(),
                call.confirmsLate(now),
                delegate == null ? null : delegate.name(),
                delegate == null ? null : delegate.phone(),
                arrival == null ? null : arrival.at(),
                call.arrivesLate(whistle.meetAt(), now),
                arrival == null ? null : Metres.between(row.getLon(), row.getLat(), arrival.lon(), arrival.lat()),
                arrival != null && !arrival.counts(),
                stored.getAdmitWords(),
                promise == null ? null : promise.done(),
                promise == null ? null : promise.words(),
                promise == null ? null : promise.on(),
                call.breaksPromise(whistle.status(), clock.instant()),
                call.signedAt(),
                call.fulfilledAt(),
                stored.getFulfilledWords(),
                call.score(),
                stored.getScoreWords(),
                shown.objections().getOrDefault(call.id(), List.of()),
                photos(stored, shown),
                call.unitId().equals(actor.unitId()),
                JointWorkflow.allowed(whistle, call, JointRoles.of(actor, whistle, call)),
                call.version());
    }

    private static List<PhotoName> photos(WhistleCallRecord row, Shown shown) {
        return Stream.of(row.getArrivalStepId(), row.getFulfilStepId())
                .filter(Objects::nonNull)
                .flatMap(step -> shown.photos().getOrDefault(step, List.of()).stream())
                .map(file -> new PhotoName(file.id(), file.name()))
                .toList();
    }

    /** The mean of scores as it is shown; null without one. */
    static @Nullable Double mean(@Nullable BigDecimal mean) {
        return mean == null ? null : tenths(mean);
    }
}
