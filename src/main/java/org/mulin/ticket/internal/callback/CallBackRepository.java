package org.mulin.ticket.internal.callback;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.CALL_BACK;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.ticket.TicketStatus;
import org.springframework.stereotype.Repository;

/** Calls as they are written. */
@Repository
class CallBackRepository {
    private final DSLContext sql;

    CallBackRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A call without an outcome yet. */
    record Open(UUID id, UUID appealId, UUID ticketId, int round, UUID callerId, Instant begunAt) {}

    Optional<Open> openOf(UUID appealId) {
        return open(CALL_BACK.APPEAL_ID.eq(appealId));
    }

    /** @throws Absent when the caller has no such call on the line */
    Open mine(UUID callId, Actor caller) {
        return open(CALL_BACK.ID.eq(callId).and(CALL_BACK.CALLER_ID.eq(caller.accountId())))
                .orElseThrow(Absent::new);
    }

    private Optional<Open> open(Condition which) {
        return sql.select(
                        CALL_BACK.ID,
                        CALL_BACK.APPEAL_ID,
                        CALL_BACK.TICKET_ID,
                        CALL_BACK.ROUND,
                        CALL_BACK.CALLER_ID,
                        CALL_BACK.BEGUN_AT)
                .from(CALL_BACK)
                .where(which, CALL_BACK.OUTCOME.isNull())
                .forUpdate()
                .fetchOptional(row ->
                        new Open(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** Unless somebody has judged the round, or another one has begun, meanwhile; the ticket's version stays. */
    void markUnreachable(UUID ticketId, int round) {
        sql.selectOne().from(TICKET_).where(TICKET_.ID.eq(ticketId)).forUpdate().execute();
        sql.update(TICKET_)
                .set(TICKET_.UNREACHABLE, true)
                .where(TICKET_.ID.eq(ticketId), TICKET_.ROUND.eq(round))
                .and(TICKET_.STATUS.eq(TicketStatus.RESOLVED.name()))
                .andNotExists(DSL.selectOne()
                        .from(VERDICT)
                        .join(APPEAL)
                        .on(APPEAL.ID.eq(VERDICT.APPEAL_ID))
                        .where(APPEAL.TICKET_ID.eq(ticketId), VERDICT.ROUND.eq(round)))
                .execute();
    }

    UUID begin(UUID appealId, UUID ticketId, int round, UUID unitId, Actor caller, Instant now) {
        int number =
                1 + sql.fetchCount(CALL_BACK, CALL_BACK.APPEAL_ID.eq(appealId).and(CALL_BACK.ROUND.eq(round)));
        UUID id = Ids.next();
        sql.insertInto(CALL_BACK)
                .set(CALL_BACK.ID, id)
                .set(CALL_BACK.APPEAL_ID, appealId)
                .set(CALL_BACK.TICKET_ID, ticketId)
                .set(CALL_BACK.ROUND, round)
                .set(CALL_BACK.NUMBER, number)
                .set(CALL_BACK.UNIT_ID, unitId)
                .set(CALL_BACK.CALLER_ID, caller.accountId())
                .set(CALL_BACK.BEGUN_AT, now)
                .execute();
        return id;
    }

    void end(UUID callId, CallBackOutcome outcome, @Nullable String words, Instant now) {
        sql.update(CALL_BACK)
                .set(CALL_BACK.OUTCOME, outcome.name())
                .set(CALL_BACK.WORDS, words)
                .set(CALL_BACK.ENDED_AT, now)
                .where(CALL_BACK.ID.eq(callId))
                .execute();
    }
}
