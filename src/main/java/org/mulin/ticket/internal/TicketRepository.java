package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Stale;
import org.mulin.ticket.internal.db.tables.records.HistoryRecord;
import org.mulin.ticket.internal.db.tables.records.PartRecord;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads a ticket for a step, and writes what the step made of it. */
@Repository
class TicketRepository {
    private final DSLContext sql;
    private final JsonMapper json;

    TicketRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @throws Absent when there is none, or none for this actor */
    Ticket find(UUID id, Actor actor) {
        TicketRecord row = sql.selectFrom(TICKET_)
                .where(TICKET_.ID.eq(id), ReachQueries.of(actor))
                .fetchOptional()
                .orElseThrow(Absent::new);
        return new Ticket(
                id,
                row.getNumber(),
                TicketStatus.valueOf(row.getStatus()),
                row.getMatterCode(),
                row.getAreaKey(),
                row.getPlaced(),
                row.getDueAt(),
                row.getRound(),
                row.getReopenUntil(),
                parts(id),
                appeals(id),
                row.getVersion());
    }

    /** The ticket of an appeal that this actor filed. */
    UUID ticketOf(UUID appealId, Actor author) {
        return sql.select(APPEAL.TICKET_ID)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(author.accountId()))
                .fetchOptional(APPEAL.TICKET_ID)
                .orElseThrow(Absent::new);
    }

    /** The words a ticket began with. */
    Text firstWords(UUID ticketId) {
        return sql.select(APPEAL.SUBJECT, APPEAL.WORDS)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.eq(ticketId))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .limit(1)
                .fetchSingle(row -> new Text(row.value1(), row.value2()));
    }

    private List<Part> parts(UUID ticketId) {
        return sql.selectFrom(PART)
                .where(PART.TICKET_ID.eq(ticketId))
                .orderBy(PART.POSITION)
                .fetch(row -> new Part(
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

    private List<Appeal> appeals(UUID ticketId) {
        return sql.select(APPEAL.ID, APPEAL.AUTHOR_ID, APPEAL.WITHDRAWN_AT, VERDICT.SOLVED)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .leftJoin(VERDICT)
                .on(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(TICKET_.ROUND))
                .where(APPEAL.TICKET_ID.eq(ticketId))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .fetch(row -> new Appeal(row.value1(), row.value2(), row.value3() != null, row.value4()));
    }

    /**
     * Writes a step: state and history together.
     *
     * @throws Stale when someone was faster
     */
    void save(Ticket before, TicketWorkflow.Applied applied, TicketAction action) {
        Ticket after = applied.ticket();
        HistoryEntry entry = applied.entry();
        int changed = sql.update(TICKET_)
                .set(TICKET_.STATUS, after.status().name())
                .set(TICKET_.MATTER_CODE, after.matterCode())
                .set(TICKET_.AREA_KEY, after.areaKey())
                .set(TICKET_.PLACED, after.placed())
                .set(TICKET_.DUE_AT, after.dueAt())
                .set(TICKET_.ROUND, after.round())
                .set(TICKET_.REOPEN_UNTIL, after.reopenUntil())
                .set(TICKET_.LEAD_UNIT_ID, after.status() == TicketStatus.TRIAGE ? null : after.lastLeadUnitId())
                .set(TICKET_.UPDATED_AT, entry.at())
                .set(TICKET_.VERSION, after.version())
                .where(TICKET_.ID.eq(before.id()), TICKET_.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw new Stale(sql.select(TICKET_.VERSION)
                    .from(TICKET_)
                    .where(TICKET_.ID.eq(before.id()))
                    .fetchSingle(TICKET_.VERSION));
        }
        saveParts(before, after);
        insertHistory(Map.of(after.id(), List.of(entry)));
        if (action instanceof TicketAction.Classify classify) {
            sql.update(TICKET_)
                    .set(TICKET_.URGENCY, classify.urgency().name())
                    .where(TICKET_.ID.eq(after.id()))
                    .execute();
        }
        saveAuthor(before, action, entry);
    }

    /** The parts that a step touched; one that ends is written before the one that takes over. */
    private void saveParts(Ticket before, Ticket after) {
        for (int position = 0; position < after.parts().size(); position++) {
            Part part = after.parts().get(position);
            if (position >= before.parts().size()) {
                sql.insertInto(PART, PART.fields())
                        .valuesOfRecords(partRow(after.id(), part, position))
                        .execute();
            } else if (!part.equals(before.parts().get(position))) {
                sql.update(PART)
                        .set(partRow(after.id(), part, position))
                        .where(PART.ID.eq(part.id()))
                        .execute();
            }
        }
    }

    private void saveAuthor(Ticket before, TicketAction action, HistoryEntry entry) {
        UUID appealId = entry.appealId();
        if (appealId != null && action instanceof TicketAction.Withdraw) {
            sql.update(APPEAL)
                    .set(APPEAL.WITHDRAWN_AT, entry.at())
                    .where(APPEAL.ID.eq(appealId))
                    .execute();
        }
        if (appealId != null && action instanceof TicketAction.Judge judge) {
            sql.insertInto(VERDICT)
                    .set(VERDICT.APPEAL_ID, appealId)
                    .set(VERDICT.ROUND, before.round())
                    .set(VERDICT.CONTACTED, judge.contacted())
                    .set(VERDICT.SOLVED, judge.solved())
                    .set(VERDICT.SATISFACTION, judge.satisfaction())
                    .set(VERDICT.WORDS, judge.words())
                    .set(VERDICT.AT, entry.at())
                    .execute();
        }
    }

    void insertParts(Map<UUID, List<Part>> byTicket) {
        List<PartRecord> rows = new ArrayList<>();
        byTicket.forEach((ticketId, parts) -> {
            for (int position = 0; position < parts.size(); position++) {
                rows.add(partRow(ticketId, parts.get(position), position));
            }
        });
        if (!rows.isEmpty()) {
            sql.insertInto(PART, PART.fields()).valuesOfRecords(rows).execute();
        }
    }

    private static PartRecord partRow(UUID ticketId, Part part, int position) {
        return new PartRecord(
                part.id(),
                ticketId,
                part.unitId(),
                part.role().name(),
                part.status().name(),
                part.dueAt(),
                part.postId(),
                part.openedAt(),
                part.acceptedAt(),
                part.endedAt(),
                position);
    }

    void insertHistory(Map<UUID, List<HistoryEntry>> byTicket) {
        List<HistoryRecord> rows = new ArrayList<>();
        byTicket.forEach((ticketId, entries) -> entries.forEach(entry -> rows.add(historyRow(ticketId, entry))));
        sql.insertInto(HISTORY, HISTORY.fields()).valuesOfRecords(rows).execute();
    }

    private HistoryRecord historyRow(UUID ticketId, HistoryEntry entry) {
        TicketStatus from = entry.from();
        return new HistoryRecord(
                entry.id(),
                ticketId,
                entry.number(),
                entry.at(),
                entry.action().name(),
                entry.role().name(),
                entry.by().actor().accountId(),
                entry.by().actor().unitId(),
                from == null ? null : from.name(),
                entry.to().name(),
                entry.appealId(),
                entry.words(),
                JSONB.valueOf(json.writeValueAsString(entry.facts())));
    }
}
