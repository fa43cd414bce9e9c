package org.mulin.ticket.internal.clock;

import static org.mulin.ticket.internal.db.Tables.ESCALATION;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.SUPERVISION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.EscalationCause;
import org.mulin.ticket.internal.db.tables.records.EscalationRecord;
import org.mulin.ticket.internal.db.tables.records.SupervisionRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EscalationRepository {
    private static final TypeReference<List<Tried>> TRIED = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    EscalationRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Escalations whose own clock has run out; they and their tickets stay locked until the caller commits. */
    List<Escalation> takeDue(Instant now, int escalations_max) {
        return sql.select(ESCALATION.fields())
                .from(ESCALATION)
                .join(TICKET_)
                .on(TICKET_.ID.eq(ESCALATION.TICKET_ID))
                .where(ESCALATION.ALARM_AT.le(now))
                .orderBy(ESCALATION.ALARM_AT)
                .limit(escalations_max)
                .forUpdate()
                .of(ESCALATION, TICKET_)
                .skipLocked()
                .fetch(row -> escalation(row.into(ESCALATION)));
    }

    /** Of these tickets, those that somebody supervises. */
    List<Escalation> open(Collection<UUID> ticketIds) {
        return sql.selectFrom(ESCALATION)
                .where(ESCALATION.TICKET_ID.in(ticketIds), ESCALATION.ENDED_AT.isNull())
                .fetch(this::escalation);
    }

    List<Escalation> ofTicket(UUID ticketId) {
        return sql.selectFrom(ESCALATION)
                .where(ESCALATION.TICKET_ID.eq(ticketId))
                .orderBy(ESCALATION.BEGAN_AT, ESCALATION.NUMBER)
                .fetch(this::escalation);
    }

    /** Who supervised last when this unit had to do the ticket again. */
    Optional<Escalation> lastReopened(UUID ticketId, UUID unitId) {
        return sql.selectFrom(ESCALATION)
                .where(
                        ESCALATION.TICKET_ID.eq(ticketId),
                        ESCALATION.PART_ID.in(DSL.select(ESCALATION.PART_ID)
                                .from(ESCALATION)
                                .join(PART)
                                .on(PART.ID.eq(ESCALATION.PART_ID))
                                .where(
                                        ESCALATION.TICKET_ID.eq(ticketId),
                                        ESCALATION.CAUSE.eq(EscalationCause.UNSOLVED.name()),
                                        PART.UNIT_ID.eq(unitId))))
                .orderBy(ESCALATION.BEGAN_AT.desc(), ESCALATION.NUMBER.desc())
                .limit(1)
                .fetchOptional(this::escalation);
    }

    /** Begins the supervising unit's own time anew. */
    void reset(UUID id, Instant dueAt) {
        sql.update(ESCALATION)
                .set(ESCALATION.DUE_AT, dueAt)
                .set(ESCALATION.ALARM_AT, dueAt)
                .where(ESCALATION.ID.eq(id))
                .execute();
    }

    /** Their clocks have told what they had to tell. */
    void silence(Collection<UUID> ids) {
        sql.update(ESCALATION)
                .setNull(ESCALATION.ALARM_AT)
                .where(ESCALATION.ID.in(ids))
                .execute();
    }

    void end(Collection<UUID> ids, Instant now) {
        sql.update(ESCALATION)
                .set(ESCALATION.ENDED_AT, now)
                .setNull(ESCALATION.ALARM_AT)
                .where(ESCALATION.ID.in(ids))
                .execute();
    }

    void insert(List<Escalation> begun) {
        sql.insertInto(ESCALATION, ESCALATION.fields())
                .valuesOfRecords(begun.stream().map(this::row).toList())
                .execute();
        sql.insertInto(SUPERVISION, SUPERVISION.fields())
                .valuesOfRecords(begun.stream()
                        .map(each -> new SupervisionRecord(each.unitId(), each.ticketId(), each.beganAt()))
                        .toList())
                .onConflictDoNothing()
                .execute();
    }

    /** What units did about these tickets so far, alone and together, by ticket. */
    Map<UUID, List<Tried>> tried(Collection<UUID> ticketIds) {
        return sql.select(HISTORY.TICKET_ID, HISTORY.ACTION, HISTORY.AT)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.in(ticketIds), HISTORY.ROLE.in("HANDLER", "ASSISTANT", "CONVENER", "MEMBER"))
                .orderBy(HISTORY.NUMBER)
                .fetchGroups(HISTORY.TICKET_ID, row -> new Tried(ActionKind.valueOf(row.value2()), row.value3()));
    }

    private EscalationRecord row(Escalation each) {
        return new EscalationRecord(
                each.id(),
                each.ticketId(),
                each.partId(),
                each.number(),
                each.level().name(),
                each.unitId(),
                JSONB.valueOf(json.writeValueAsString(each.tried())),
                each.beganAt(),
                each.limit().toString(),
                each.dueAt(),
                each.dueAt(),
                each.endedAt(),
                each.cause().name());
    }

    private Escalation escalation(EscalationRecord row) {
        return new Escalation(
                row.getId(),
                row.getTicketId(),
                row.getPartId(),
                EscalationCause.valueOf(row.getCause()),
                row.getNumber(),
                AreaLevel.valueOf(row.getLevel()),
                row.getUnitId(),
                json.readValue(row.getTried().data(), TRIED),
                row.getBeganAt(),
                Limit.of(row.getLimitText()),
                row.getDueAt(),
                row.getEndedAt());
    }
}
