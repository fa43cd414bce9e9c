package org.mulin.ticket.internal.callback;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.CALL_BACK;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.CallBackSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.callback.CallBackViews.CallBackRow;
import org.mulin.ticket.internal.callback.CallBackViews.CallLogRow;
import org.springframework.stereotype.Repository;

/** Whom a caller may ask, and what was called. No unit asks about its own work. */
@Repository
class CallBackQueries {
    private static final List<String> FINAL = Arrays.stream(CallBackOutcome.values())
            .filter(CallBackOutcome::isFinal)
            .map(Enum::name)
            .toList();

    private final DSLContext sql;
    private final Policy policy;
    private final Names names;
    private final Clock clock;

    CallBackQueries(DSLContext sql, Policy policy, Names names, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.names = names;
        this.clock = clock;
    }

    /** An appeal that may be called about, and its round. */
    record Waiting(UUID ticketId, int round) {}

    /** Those who have waited longest first. */
    Page<CallBackRow> page(Actor caller, CallBackState state, @Nullable String cursor, int limit) {
        Field<Integer> calls = DSL.field(DSL.selectCount().from(CALL_BACK).where(ofRound(), isEnded()));
        Field<String> last = DSL.field(DSL.select(CALL_BACK.OUTCOME)
                .from(CALL_BACK)
                .where(ofRound(), isEnded())
                .orderBy(CALL_BACK.NUMBER.desc())
                .limit(1));
        Field<Boolean> calling =
                open(CALL_BACK.CALLER_ID.ne(caller.accountId()).and(CALL_BACK.BEGUN_AT.gt(stale(clock.instant()))));
        Field<Boolean> mine = open(CALL_BACK.CALLER_ID.eq(caller.accountId()));
        List<CallBackRow> rows = sql.select(
                        APPEAL.ID,
                        APPEAL.REPORTER_ID,
                        TICKET_.ID,
                        TICKET_.NUMBER,
                        TICKET_.MATTER_CODE,
                        TICKET_.AREA_KEY,
                        TICKET_.LEAD_UNIT_ID,
                        TICKET_.EXCERPT,
                        TICKET_.UPDATED_AT,
                        calls,
                        last,
                        calling,
                        mine)
                .from(TICKET_)
                .join(APPEAL)
                .on(APPEAL.TICKET_ID.eq(TICKET_.ID))
                .where(waiting(caller), state == CallBackState.DUE ? DSL.not(exhausted()) : exhausted())
                .and(cursor == null ? DSL.noCondition() : APPEAL.ID.gt(Page.cursorId(cursor)))
                .orderBy(APPEAL.ID)
                .limit(limit + 1)
                .fetch(row -> view(row, row.get(calls), row.get(last), row.get(calling), row.get(mine)));
        return Page.cut(rows, limit, CallBackRow::appealId);
    }

    private static Field<Boolean> open(Condition by) {
        return DSL.field(DSL.exists(DSL.selectOne().from(CALL_BACK).where(ofRound(), CALL_BACK.OUTCOME.isNull(), by)));
    }

    private CallBackRow view(Record row, int calls, @Nullable String last, boolean calling, boolean mine) {
        return new CallBackRow(
                row.get(APPEAL.ID),
                row.get(TICKET_.ID),
                row.get(TICKET_.NUMBER),
                names.matter(row.get(TICKET_.MATTER_CODE)),
                names.area(row.get(TICKET_.AREA_KEY)),
                names.unitName(row.get(TICKET_.LEAD_UNIT_ID)),
                row.get(TICKET_.EXCERPT),
                row.get(TICKET_.UPDATED_AT),
                row.get(APPEAL.REPORTER_ID) != null,
                calls,
                last == null ? null : CallBackOutcome.valueOf(last),
                calling,
                mine);
    }

    /** Whether one more call in this round makes no sense. */
    boolean isExhausted(UUID appealId, int round) {
        return sql.fetchExists(DSL.selectOne()
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID), TICKET_.ROUND.eq(round))
                .where(APPEAL.ID.eq(appealId), exhausted()));
    }

    /** The appeal as this caller may call about it now; its row stays locked until the commit. */
    Optional<Waiting> find(UUID appealId, Actor caller) {
        return sql.select(TICKET_.ID, TICKET_.ROUND)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.ID.eq(appealId), waiting(caller))
                .forUpdate()
                .of(APPEAL)
                .fetchOptional(row -> new Waiting(row.value1(), row.value2()));
    }

    /** The unit's calls, newest first. */
    Page<CallLogRow> log(Actor caller, @Nullable String cursor, int limit) {
        UUID unit = caller.unitId();
        if (unit == null) {
            return Page.cut(List.of(), limit, CallLogRow::id);
        }
        List<CallLogRow> rows = sql.select(
                        CALL_BACK.asterisk(),
                        TICKET_.NUMBER.as("ticket_number"),
                        TICKET_.MATTER_CODE,
                        VERDICT.SOLVED,
                        VERDICT.SATISFACTION)
                .from(CALL_BACK)
                .join(TICKET_)
                .on(TICKET_.ID.eq(CALL_BACK.TICKET_ID))
                .leftJoin(VERDICT)
                .on(
                        VERDICT.APPEAL_ID.eq(CALL_BACK.APPEAL_ID),
                        VERDICT.ROUND.eq(CALL_BACK.ROUND),
                        CALL_BACK.OUTCOME.eq(CallBackOutcome.REACHED.name()))
                .where(CALL_BACK.UNIT_ID.eq(unit), CALL_BACK.OUTCOME.isNotNull())
                .and(cursor == null ? DSL.noCondition() : CALL_BACK.ID.lt(Page.cursorId(cursor)))
                .orderBy(CALL_BACK.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new CallLogRow(
                        row.get(CALL_BACK.ID),
                        row.get(CALL_BACK.TICKET_ID),
                        row.get("ticket_number", String.class),
                        names.matter(row.get(TICKET_.MATTER_CODE)),
                        CallBackOutcome.valueOf(row.get(CALL_BACK.OUTCOME)),
                        row.get(VERDICT.SOLVED),
                        row.get(VERDICT.SATISFACTION),
                        row.get(CALL_BACK.WORDS),
                        row.get(CALL_BACK.ENDED_AT)));
        return Page.cut(rows, limit, CallLogRow::id);
    }

    /** What the unit says it has done. */
    @Nullable
    String result(UUID ticketId) {
        return sql.select(HISTORY.WORDS)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId), HISTORY.ACTION.eq(ActionKind.RESOLVE.name()))
                .orderBy(HISTORY.AT.desc())
                .limit(1)
                .fetchOne(HISTORY.WORDS);
    }

    String words(UUID appealId) {
        return sql.select(APPEAL.SUBJECT, APPEAL.WORDS)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId))
                .fetchSingle(row -> (row.value1() + "\n" + row.value2()).strip());
    }

    /** Calls begun before were left without a word. */
    static Instant stale(Instant now) {
        return now.minus(CallBackService.CALL_MAX);
    }

    /**
     * Resolved, not judged in this round, with a number to call: at once whoever has no page or was helped to file, the
     * others when they have said nothing for some days.
     */
    private Condition waiting(Actor caller) {
        Instant silentSince = clock.instant().minus(Duration.ofDays(policy.setting(TicketSettings.CALL_BACK_AFTER)));
        return TICKET_.STATUS
                .eq(TicketStatus.RESOLVED.name())
                .and(TICKET_.AREA_KEY.ge(caller.scope().lo()))
                .and(TICKET_.AREA_KEY.lt(caller.scope().hi()))
                .and(TICKET_.LEAD_UNIT_ID.ne(caller.unitId()))
                .and(APPEAL.WITHDRAWN_AT.isNull())
                .and(APPEAL.CONTACT_PHONE_SEALED.isNotNull())
                .and(CallBackSteps.mayHearConfidential(caller) ? DSL.noCondition() : APPEAL.CONFIDENTIAL.isFalse())
                .and(APPEAL.AUTHOR_ID
                        .isNull()
                        .or(APPEAL.REPORTER_ID.isNotNull())
                        .or(TICKET_.UPDATED_AT.lt(silentSince)))
                .andNotExists(DSL.selectOne()
                        .from(VERDICT)
                        .where(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(TICKET_.ROUND)));
    }

    private Condition exhausted() {
        int most = policy.setting(TicketSettings.CALL_BACK_TIMES);
        Field<Integer> vain = DSL.field(DSL.selectCount().from(CALL_BACK).where(ofRound(), isEnded()));
        return vain.ge(most)
                .or(DSL.exists(DSL.selectOne().from(CALL_BACK).where(ofRound(), CALL_BACK.OUTCOME.in(FINAL))));
    }

    private static Condition ofRound() {
        return CALL_BACK.APPEAL_ID.eq(APPEAL.ID).and(CALL_BACK.ROUND.eq(TICKET_.ROUND));
    }

    /** A call that was left without a word was none. */
    private static Condition isEnded() {
        return CALL_BACK.OUTCOME.ne(CallBackOutcome.DROPPED.name());
    }
}
