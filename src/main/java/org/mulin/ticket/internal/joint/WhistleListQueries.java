package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.db.tables.records.WhistleRecord;
import org.mulin.ticket.internal.joint.WhistleViews.WhistleRow;
import org.springframework.stereotype.Repository;

/** Whistles in the reader's reach, the newest first: two statements a page. */
@Repository
class WhistleListQueries {
    private static final int EXCERPT = 120;

    private final DSLContext sql;
    private final WhistleRepository whistles;
    private final Names names;
    private final Clock clock;

    WhistleListQueries(DSLContext sql, WhistleRepository whistles, Names names, Clock clock) {
        this.sql = sql;
        this.whistles = whistles;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param unit a department that is called
     * @param late some department confirms, comes or keeps its promise late
     */
    record Filter(
            @Nullable WhistleStatus status,
            @Nullable UUID unit,
            @Nullable Boolean late) {}

    Page<WhistleRow> page(Actor actor, Filter filter, @Nullable String cursor, int limit) {
        if (actor.isResident()) {
            throw new Absent();
        }
        Instant now = clock.instant();
        List<Record> found = new ArrayList<>(sql.select(
                        WHISTLE.asterisk(), TICKET_.NUMBER, TICKET_.MATTER_CODE, TICKET_.PLACED, TICKET_.CONFIDENTIAL)
                .from(WHISTLE)
                .join(TICKET_)
                .on(TICKET_.ID.eq(WHISTLE.TICKET_ID))
                .where(ReachQueries.of(actor), wanted(filter, now))
                .and(cursor == null ? DSL.noCondition() : WHISTLE.ID.lt(Page.cursorId(cursor)))
                .orderBy(WHISTLE.ID.desc())
                .limit(limit + 1)
                .fetch());
        Map<UUID, List<Call>> calls =
                whistles.calls(found.stream().map(row -> row.get(WHISTLE.ID)).toList());
        List<WhistleRow> rows = found.stream()
                .map(row -> row(row, calls.getOrDefault(row.get(WHISTLE.ID), List.of()), now, actor))
                .toList();
        return Page.cut(rows, limit, WhistleRow::id);
    }

    private static Condition wanted(Filter filter, Instant now) {
        Condition all = DSL.noCondition();
        if (filter.status() != null) {
            all = all.and(WHISTLE.STATUS.eq(filter.status().name()));
        }
        if (filter.unit() != null) {
            all = all.and(someCall(WHISTLE_CALL.UNIT_ID.eq(filter.unit())));
        }
        return Boolean.TRUE.equals(filter.late()) ? all.and(someCall(late(now))) : all;
    }

    private static Condition someCall(Condition which) {
        return DSL.exists(DSL.selectOne().from(WHISTLE_CALL).where(WHISTLE_CALL.WHISTLE_ID.eq(WHISTLE.ID), which));
    }

    /** As {@link Call} says of one call; a whistle that is over is judged as it ended. */
    static Condition late(Instant now) {
        return DSL.or(confirmsLate(now), arrivesLate(now), breaksPromise(now));
    }

    static Condition confirmsLate(Instant now) {
        return WHISTLE_CALL
                .CONFIRMED_AT
                .gt(WHISTLE_CALL.CONFIRM_BY)
                .or(WHISTLE_CALL
                        .CONFIRMED_AT
                        .isNull()
                        .and(WHISTLE_CALL.STATUS.in("CALLED", "RELEASED"))
                        .and(WHISTLE_CALL.CONFIRM_BY.lt(DSL.coalesce(WHISTLE.ENDED_AT, DSL.val(now)))));
    }

    static Condition arrivesLate(Instant now) {
        return WHISTLE_CALL
                .ARRIVAL_COUNTS
                .isTrue()
                .and(WHISTLE_CALL.ARRIVED_AT.gt(WHISTLE.MEET_AT))
                .or(WHISTLE_CALL
                        .ARRIVAL_COUNTS
                        .isNull()
                        .or(WHISTLE_CALL.ARRIVAL_COUNTS.isFalse())
                        .and(WHISTLE_CALL.STATUS.ne("EXCUSED"))
                        .and(WHISTLE.MEET_AT.lt(DSL.coalesce(WHISTLE.ENDED_AT, DSL.val(now)))));
    }

    static Condition hasPromised() {
        return WHISTLE_CALL
                .PROMISE
                .isNotNull()
                .and(WHISTLE_CALL.SIGNED_AT.isNotNull().or(WHISTLE.STATUS.eq(WhistleStatus.CLOSED.name())));
    }

    static Condition breaksPromise(Instant now) {
        return hasPromised()
                .and(DSL.coalesce(WHISTLE_CALL.FULFILLED_AT, DSL.val(now)).gt(WHISTLE_CALL.PROMISE_DUE_AT));
    }

    private WhistleRow row(Record row, List<Call> calls, Instant now, Actor actor) {
        WhistleRecord stored = row.into(WHISTLE);
        Instant until = stored.getEndedAt() == null ? now : stored.getEndedAt();
        WhistleStatus status = WhistleStatus.valueOf(stored.getStatus());
        boolean called = calls.stream().anyMatch(call -> call.unitId().equals(actor.unitId()));
        String problem = !called && names.hidesWords(actor, row.get(TICKET_.CONFIDENTIAL))
                ? Texts.here(Said.of("ticket.hidden-words"))
                : stored.getProblem();
        return new WhistleRow(
                stored.getId(),
                stored.getTicketId(),
                row.get(TICKET_.NUMBER),
                names.matter(row.get(TICKET_.MATTER_CODE)),
                row.get(TICKET_.PLACED) ? names.area(stored.getAreaKey()) : null,
                String.valueOf(names.unitName(stored.getConvenerUnitId())),
                status,
                problem.length() > EXCERPT ? problem.substring(0, EXCERPT) + "…" : problem,
                stored.getMeetAt(),
                stored.getBlownAt(),
                count(calls, call -> call.status() != CallStatus.EXCUSED),
                count(calls, call -> call.confirmedAt() != null),
                count(calls, Call::isThere),
                count(calls, call -> call.signedAt() != null),
                count(calls, call -> call.confirmsLate(until) || call.arrivesLate(stored.getMeetAt(), until)),
                count(calls, call -> call.status() == CallStatus.OBJECTED),
                count(calls, call -> call.hasPromised(status)),
                count(calls, call -> call.fulfilledAt() != null && !call.breaksPromise(status, now)),
                count(calls, call -> call.breaksPromise(status, now)),
                stored.getNeeded());
    }

    private static int count(List<Call> calls, Predicate<Call> which) {
        return (int) calls.stream().filter(which).count();
    }
}
