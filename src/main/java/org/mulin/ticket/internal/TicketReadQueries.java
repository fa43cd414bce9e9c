package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.springframework.stereotype.Repository;

/** Tickets whole, as their life cycle sees them. */
@Repository
class TicketReadQueries {
    private final DSLContext sql;

    TicketReadQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of the tickets that this actor reaches; three statements, however many. */
    List<Ticket> findAll(Collection<UUID> ids, Actor actor) {
        return findAll(ids, ReachQueries.of(actor));
    }

    List<Ticket> findAll(Collection<UUID> ids, Condition reach) {
        List<TicketRecord> rows =
                sql.selectFrom(TICKET_).where(TICKET_.ID.in(ids), reach).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Part>> parts = parts(ids);
        Map<UUID, List<Appeal>> appeals = appeals(ids);
        return rows.stream()
                .map(row -> new Ticket(
                        row.getId(),
                        row.getNumber(),
                        TicketStatus.valueOf(row.getStatus()),
                        row.getMatterCode(),
                        row.getAreaKey(),
                        row.getPlaced(),
                        row.getDueAt(),
                        row.getRound(),
                        row.getReopenUntil(),
                        parts.getOrDefault(row.getId(), List.of()),
                        appeals.getOrDefault(row.getId(), List.of()),
                        row.getVersion()))
                .toList();
    }

    private Map<UUID, List<Part>> parts(Collection<UUID> tickets) {
        return sql.selectFrom(PART)
                .where(PART.TICKET_ID.in(tickets))
                .orderBy(PART.POSITION)
                .fetchGroups(
                        PART.TICKET_ID,
                        row -> new Part(
                                row.getId(),
                                row.getUnitId(),
                                PartRole.valueOf(row.getRole()),
                                PartStatus.valueOf(row.getStatus()),
                                row.getDueAt(),
                                row.getPostId(),
                                row.getOpenedAt(),
                                row.getAcceptedAt(),
                                row.getEndedAt()));
    }

    private Map<UUID, List<Appeal>> appeals(Collection<UUID> tickets) {
        return sql.select(APPEAL.ID, APPEAL.AUTHOR_ID, APPEAL.WITHDRAWN_AT, VERDICT.SOLVED, APPEAL.TICKET_ID)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .leftJoin(VERDICT)
                .on(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(TICKET_.ROUND))
                .where(APPEAL.TICKET_ID.in(tickets))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .fetchGroups(
                        APPEAL.TICKET_ID,
                        row -> new Appeal(row.value1(), row.value2(), row.value3() != null, row.value4()));
    }
}
