package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.OBJECTION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.mulin.ticket.internal.Ground;
import org.mulin.ticket.internal.ReturnQueries;
import org.springframework.stereotype.Repository;

/** 退单异议: every kick-back and what the street said to it. */
@Repository
class ObjectionRepository {
    private final DSLContext sql;
    private final ReturnQueries returns;

    ObjectionRepository(DSLContext sql, ReturnQueries returns) {
        this.sql = sql;
        this.returns = returns;
    }

    /** @param callId null when a ticket is returned */
    record Raised(
            UUID ticketId,
            @Nullable UUID callId,
            UUID unitId,
            int number,
            Ground ground,
            String words,
            Instant at,
            Instant dueAt) {}

    /** What was decided, by whom, and which unit has it now. */
    record Decided(
            ObjectionStatus status,
            @Nullable UUID byUnitId,
            @Nullable String words,
            @Nullable UUID toUnitId,
            Instant at) {}

    void insert(Raised raised) {
        sql.insertInto(OBJECTION)
                .set(OBJECTION.ID, Ids.next())
                .set(OBJECTION.TICKET_ID, raised.ticketId())
                .set(OBJECTION.CALL_ID, raised.callId())
                .set(OBJECTION.UNIT_ID, raised.unitId())
                .set(OBJECTION.NUMBER, raised.number())
                .set(OBJECTION.REASON_CODE, raised.ground().reasonCode())
                .set(OBJECTION.DUTY_ENTRY, raised.ground().dutyEntry())
                .set(OBJECTION.MATTER_CODE, raised.ground().matterCode())
                .set(OBJECTION.WORDS, raised.words())
                .set(OBJECTION.RAISED_AT, raised.at())
                .set(OBJECTION.DUE_AT, raised.dueAt())
                .set(OBJECTION.STATUS, ObjectionStatus.OPEN.name())
                .execute();
    }

    /** A unit has returned the ticket; what it cited stands in the history, its clock on the ticket. */
    void returned(UUID ticketId, UUID unitId, Instant at) {
        ReturnQueries.LastReturn last = returns.last(ticketId);
        int number = 1 + sql.fetchCount(OBJECTION, OBJECTION.TICKET_ID.eq(ticketId), OBJECTION.CALL_ID.isNull());
        Instant dueAt = sql.select(TICKET_.DUE_AT)
                .from(TICKET_)
                .where(TICKET_.ID.eq(ticketId))
                .fetchSingle(TICKET_.DUE_AT);
        insert(new Raised(ticketId, null, unitId, number, last.ground(), last.words(), at, dueAt == null ? at : dueAt));
    }

    /** Of the ticket's open return: the unit that has raised it, and what the step that decided it says. */
    Optional<UUID> openReturn(UUID ticketId) {
        return sql.select(OBJECTION.UNIT_ID)
                .from(OBJECTION)
                .where(ofReturn(ticketId))
                .fetchOptional(OBJECTION.UNIT_ID);
    }

    private static Condition ofReturn(UUID ticketId) {
        return OBJECTION
                .TICKET_ID
                .eq(ticketId)
                .and(OBJECTION.CALL_ID.isNull())
                .and(OBJECTION.STATUS.eq(ObjectionStatus.OPEN.name()));
    }

    /** Decided by the ticket's last step. */
    void decideReturn(UUID ticketId, ObjectionStatus status, @Nullable UUID toUnitId, Instant at) {
        sql.select(HISTORY.UNIT_ID, HISTORY.WORDS)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId))
                .orderBy(HISTORY.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> new Decided(status, row.value1(), row.value2(), toUnitId, at))
                .ifPresent(decided -> decide(ofReturn(ticketId), decided));
    }

    void decideCall(UUID callId, Decided decided) {
        decide(OBJECTION.CALL_ID.eq(callId).and(OBJECTION.STATUS.eq(ObjectionStatus.OPEN.name())), decided);
    }

    private void decide(Condition which, Decided decided) {
        sql.update(OBJECTION)
                .set(OBJECTION.STATUS, decided.status().name())
                .set(OBJECTION.DECIDED_AT, decided.at())
                .set(OBJECTION.DECIDED_UNIT_ID, decided.byUnitId())
                .set(OBJECTION.DECIDED_WORDS, decided.words())
                .set(OBJECTION.TO_UNIT_ID, decided.toUnitId())
                .where(which)
                .execute();
    }

    /** What the call's open objection cites. */
    Optional<String> openEntry(UUID callId) {
        return sql.select(OBJECTION.DUTY_ENTRY)
                .from(OBJECTION)
                .where(OBJECTION.CALL_ID.eq(callId), OBJECTION.STATUS.eq(ObjectionStatus.OPEN.name()))
                .fetchOptional(OBJECTION.DUTY_ENTRY);
    }
}
