package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.val;
import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Stale;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.db.tables.records.HistoryRecord;
import org.mulin.ticket.internal.db.tables.records.PartRecord;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads a ticket for a step, and writes what the step made of it. */
@Repository
class TicketRepository {
    private final DSLContext sql;
    private final TicketReadQueries reading;
    private final JsonMapper json;
    private final Alarms alarms;

    TicketRepository(DSLContext sql, TicketReadQueries reading, JsonMapper json, Alarms alarms) {
        this.sql = sql;
        this.reading = reading;
        this.json = json;
        this.alarms = alarms;
    }

    /** @throws Absent when there is none, or none for this actor */
    Ticket find(UUID id, Actor actor) {
        return find(id, ReachQueries.of(actor));
    }

    /** @throws Absent when there is none, or none that this clerk may add to */
    Ticket findAtIntake(UUID id, Actor clerk) {
        return find(id, ReachQueries.atIntake(clerk));
    }

    /** A ticket that an author joins: what may be joined was asked before. */
    Ticket findJoinable(UUID id) {
        return find(id, DSL.noCondition());
    }

    boolean isWorkedOn(UUID id) {
        return sql.fetchExists(
                TICKET_, TICKET_.ID.eq(id), TICKET_.STATUS.in("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING"));
    }

    private Ticket find(UUID id, Condition reach) {
        return reading.findAll(List.of(id), reach).stream().findFirst().orElseThrow(Absent::new);
    }

    /** The ticket of an appeal that this actor filed. */
    UUID ticketOf(UUID appealId, Actor author) {
        return sql.select(APPEAL.TICKET_ID)
                .from(APPEAL)
                .where(APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(author.accountId()))
                .fetchOptional(APPEAL.TICKET_ID)
                .orElseThrow(Absent::new);
    }

    /** The words a ticket began with; none when its appeals are part of another ticket now. */
    Text firstWords(UUID ticketId) {
        return sql.select(APPEAL.SUBJECT, APPEAL.WORDS)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.eq(ticketId))
                .orderBy(APPEAL.SUBMITTED_AT, APPEAL.ID)
                .limit(1)
                .fetchOptional(row -> new Text(row.value1(), row.value2()))
                .orElseGet(() -> new Text("", ""));
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
                .set(
                        TICKET_.RESPONSE,
                        DSL.coalesce(TICKET_.RESPONSE, DSL.val(Response.of(before, entry), TICKET_.RESPONSE)))
                .set(TICKET_.UPDATED_AT, entry.at())
                .set(TICKET_.ALARM_AT, alarm(before, after, action, entry.at()))
                .set(TICKET_.PAUSED_UNTIL, pausedUntil(before, after, action))
                .set(TICKET_.VERSION, after.version())
                .set(TICKET_.UNREACHABLE, unreachable(before, after, action))
                .set(own(before, action))
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
        saveAuthor(before, action, entry);
    }

    /** Writes steps that change nothing but the history; the caller holds the rows of their tickets. */
    void saveSteps(Map<UUID, HistoryEntry> byTicket, Instant now) {
        if (byTicket.isEmpty()) {
            return;
        }
        sql.update(TICKET_)
                .set(TICKET_.VERSION, TICKET_.VERSION.plus(1))
                .set(TICKET_.UPDATED_AT, now)
                .where(TICKET_.ID.in(byTicket.keySet()))
                .execute();
        insertHistory(byTicket.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))));
    }

    /** Nobody is warned of a clock that stands still. */
    private Field<Instant> alarm(Ticket before, Ticket after, TicketAction action, Instant now) {
        if (!Alarms.isNewClock(before, after)) {
            return TICKET_.ALARM_AT;
        }
        Instant runsFrom = action instanceof TicketAction.Clocked clocked && clocked.pausedUntil() != null
                ? clocked.pausedUntil()
                : now;
        return val(alarms.first(after, runsFrom), TICKET_.ALARM_AT);
    }

    /** Only a decision about the clock stops it or lets it go on; a new unit's clock runs. */
    private static Field<Instant> pausedUntil(Ticket before, Ticket after, TicketAction action) {
        if (action instanceof TicketAction.Clocked clocked && clocked.dueAt() != null) {
            return val(clocked.pausedUntil(), TICKET_.PAUSED_UNTIL);
        }
        boolean sameClock = before.lead().map(Part::id).equals(after.lead().map(Part::id));
        return sameClock ? TICKET_.PAUSED_UNTIL : val(null, TICKET_.PAUSED_UNTIL);
    }

    /** Whoever judges has been reached; a new round is asked about anew. */
    private static Field<Boolean> unreachable(Ticket before, Ticket after, TicketAction action) {
        boolean stays = after.round() == before.round() && !(action instanceof TicketAction.Judge);
        return stays ? TICKET_.UNREACHABLE : val(null, TICKET_.UNREACHABLE);
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

    /** What only some actions change, written with the rest: each version of a row costs an entry in every index. */
    private static Map<Field<?>, ?> own(Ticket before, TicketAction action) {
        return switch (action) {
            case TicketAction.Classify classify ->
                Map.of(TICKET_.URGENCY, classify.urgency().name());
            case ReviewAction.Overturn overturn ->
                Map.of(TICKET_.URGENCY, overturn.urgency().name());
            case JointAction.Uphold uphold
            when uphold.urgency() != null ->
                Map.of(TICKET_.URGENCY, uphold.urgency().name());
            case ExcludeAction exclude
            when exclude.decides() -> Map.of(TICKET_.EXCLUDED_FROM, val(exclude.excluded(), TICKET_.EXCLUDED_FROM));
            case MergeAction.Merge merge -> Map.of(TICKET_.MERGED_INTO_ID, merge.into(), TICKET_.APPEAL_COUNT, 0);
            // what the verdicts of this round come to: all must say solved, the lowest score counts
            case TicketAction.Judge judge ->
                Map.of(
                        TICKET_.SOLVED,
                        judge.solved()
                                ? DSL.coalesce(given(before, DSL.boolAnd(VERDICT.SOLVED)), DSL.inline(true))
                                : DSL.inline(false),
                        TICKET_.SATISFACTION,
                        DSL.least(DSL.val(judge.satisfaction()), given(before, DSL.min(VERDICT.SATISFACTION))));
            default -> Map.of();
        };
    }

    /** Of the verdicts that this round has so far. */
    private static <T> Field<T> given(Ticket judged, Field<T> what) {
        return DSL.field(DSL.select(what)
                .from(VERDICT)
                .join(APPEAL)
                .on(APPEAL.ID.eq(VERDICT.APPEAL_ID))
                .where(APPEAL.TICKET_ID.eq(judged.id()), VERDICT.ROUND.eq(judged.round())));
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
