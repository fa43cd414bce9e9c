package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Sealing;
import org.mulin.base.Texts;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionViews.DecisionView;
import org.mulin.ticket.internal.TicketViews.AppealQueryAnswer;
import org.mulin.ticket.internal.TicketViews.AppealReceipt;
import org.mulin.ticket.internal.TicketViews.MyAppealRow;
import org.mulin.ticket.internal.TicketViews.MyAppealView;
import org.mulin.ticket.internal.TicketViews.PhotoView;
import org.mulin.ticket.internal.TicketViews.TimelineEntry;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.open.PublicityRepository;
import org.springframework.stereotype.Repository;

/** Appeals as their own authors see them, and the status that a query code shows. */
@Repository
class MyAppealQueries {
    private static final int EXCERPT_MAX = 60;

    private final DSLContext sql;
    private final TicketRepository tickets;
    private final TicketViewQueries ticketViews;
    private final DecisionRepository decisions;
    private final DecisionViews decisionViews;
    private final TimelineQueries timelines;
    private final MergeQueries merges;
    private final PublicityRepository publicity;
    private final Files files;
    private final Names names;
    private final Sealing sealing;
    private final Clock clock;

    MyAppealQueries(
            DSLContext sql,
            TicketRepository tickets,
            TicketViewQueries ticketViews,
            DecisionRepository decisions,
            DecisionViews decisionViews,
            TimelineQueries timelines,
            MergeQueries merges,
            PublicityRepository publicity,
            Files files,
            Names names,
            Sealing sealing,
            Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.ticketViews = ticketViews;
        this.decisions = decisions;
        this.decisionViews = decisionViews;
        this.timelines = timelines;
        this.merges = merges;
        this.publicity = publicity;
        this.files = files;
        this.names = names;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Newest first. */
    Page<MyAppealRow> page(Actor actor, @Nullable TicketStatus status, @Nullable Cursor after, int limit) {
        List<? extends Record> rows = sql.select(APPEAL.asterisk(), TICKET_.asterisk(), VERDICT.ROUND)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .leftJoin(VERDICT)
                .on(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(TICKET_.ROUND))
                .where(APPEAL.AUTHOR_ID.eq(actor.accountId()))
                .and(status == null ? DSL.noCondition() : TICKET_.STATUS.eq(status.name()))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(APPEAL.SUBMITTED_AT, APPEAL.ID).lt(after.at(), after.id()))
                .orderBy(APPEAL.SUBMITTED_AT.desc(), APPEAL.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<? extends Record> shown = more ? rows.subList(0, limit) : rows;
        Record last = more ? shown.getLast() : null;
        return new Page<>(
                shown.stream().map(this::row).toList(),
                last == null ? null : new Cursor(last.get(APPEAL.SUBMITTED_AT), last.get(APPEAL.ID)).text());
    }

    private MyAppealRow row(Record row) {
        TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
        String words = TicketViewQueries.whole(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS));
        boolean stands = row.get(APPEAL.WITHDRAWN_AT) == null;
        boolean unjudged = row.get(VERDICT.ROUND) == null;
        return new MyAppealRow(
                row.get(APPEAL.ID),
                row.get(TICKET_.NUMBER),
                words.length() <= EXCERPT_MAX ? words : words.substring(0, words.offsetByCodePoints(0, 40)) + "…",
                status,
                decided(status, row.get(TICKET_.MATTER_CODE)),
                names.unitName(row.get(TICKET_.LEAD_UNIT_ID)),
                promised(status, row.get(TICKET_.DUE_AT)),
                row.get(APPEAL.SUBMITTED_AT),
                stands && (status == TicketStatus.WAITING || (status == TicketStatus.RESOLVED && unjudged)));
    }

    /** The matter's name; until somebody has decided, it is only what the machine believes. */
    private @Nullable String decided(TicketStatus status, @Nullable String matterCode) {
        return status == TicketStatus.TRIAGE ? null : names.matter(matterCode);
    }

    /** Until a unit has it, the deadline is the dispatchers' own; residents are promised none yet, or none any more. */
    private static @Nullable Instant promised(TicketStatus status, @Nullable Instant dueAt) {
        return status == TicketStatus.TRIAGE || status == TicketStatus.DECLINED ? null : dueAt;
    }

    MyAppealView view(UUID appealId, Actor actor) {
        UUID ticketId = tickets.ticketOf(appealId, actor);
        Ticket ticket = tickets.find(ticketId, actor);
        Record row = sql.select(APPEAL.asterisk(), VERDICT.asterisk())
                .from(APPEAL)
                .leftJoin(VERDICT)
                .on(VERDICT.APPEAL_ID.eq(APPEAL.ID), VERDICT.ROUND.eq(ticket.round()))
                .where(APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(actor.accountId()))
                .fetchSingle();
        Map<UUID, List<StoredFile>> photos = files.of(AppealService.PHOTO_OWNER, List.of(appealId));
        List<TimelineEntry> timeline = timelines.forAuthor(ticketId, appealId);
        TicketRecord kept = sql.fetchSingle(TICKET_, TICKET_.ID.eq(ticketId));
        return new MyAppealView(
                appealId,
                ticket.number(),
                TicketViewQueries.whole(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS)),
                PhotoView.of(photos.get(appealId)),
                ticketViews.place(kept, false),
                row.get(APPEAL.SUBMITTED_AT),
                ticket.status(),
                decided(ticket.status(), ticket.matterCode()),
                decision(ticket, appealId),
                promised(ticket.status(), ticket.dueAt()),
                kept.getPausedUntil(),
                timeline,
                TicketWorkflow.allowed(ticket, By.of(actor, ticket, appealId), clock.instant()),
                TicketViewQueries.verdict(row),
                ticket.status() == TicketStatus.WAITING ? timelines.openQuestion(timeline) : null,
                merges.filedAs(appealId),
                ticketViews.review(ticket),
                publicity.of(appealId, actor),
                ticket.version(),
                sealing.open(row.get(APPEAL.QUERY_CODE_SEALED)));
    }

    /** Null when it does not hold: the ticket was declined, or the unit that it chose has given it back. */
    private @Nullable DecisionView decision(Ticket ticket, UUID appealId) {
        UUID ticketId = ticket.id();
        boolean declined = ticket.status() == TicketStatus.DECLINED;
        boolean others = merges.filedAs(appealId) != null || isJoined(ticketId, appealId);
        return decisions
                .last(ticketId)
                .filter(last -> !declined && (last.decision().unit() == null || !ticket.isReturned()))
                .map(last -> decisionViews.forResident(last, others))
                .orElse(null);
    }

    /** @param notJoined code of the text that says why it is a ticket of its own */
    AppealReceipt receipt(UUID appealId, @Nullable String notJoined, Actor actor) {
        String why = notJoined == null ? null : Texts.here(Said.of(notJoined));
        return receipt(tickets.ticketOf(appealId, actor), appealId, why, true);
    }

    /** For the member of staff who has just brought the appeal in. */
    AppealReceipt receiptForReporter(UUID ticketId, UUID appealId, Actor actor) {
        return receipt(tickets.find(ticketId, actor).id(), appealId, null, false);
    }

    private AppealReceipt receipt(UUID ticketId, UUID appealId, @Nullable String notJoined, boolean resident) {
        Record row = sql.select(APPEAL.QUERY_CODE_SEALED, TICKET_.NUMBER)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.ID.eq(appealId))
                .fetchSingle();
        boolean joined = isJoined(ticketId, appealId);
        StoredDecision decision = decisions.last(ticketId).orElseThrow();
        return new AppealReceipt(
                appealId,
                ticketId,
                row.get(TICKET_.NUMBER),
                sealing.open(row.get(APPEAL.QUERY_CODE_SEALED)),
                joined,
                notJoined,
                // what decided about a neighbour's words quotes them
                resident || joined ? decisionViews.forResident(decision, joined) : decisionViews.view(decision));
    }

    /** Whether others had filed in its ticket before. */
    private boolean isJoined(UUID ticketId, UUID appealId) {
        return sql.fetchExists(APPEAL, APPEAL.TICKET_ID.eq(ticketId), APPEAL.ID.lt(appealId));
    }

    /** @throws Absent when no appeal has this code */
    AppealQueryAnswer byQueryCode(String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return sql.select(
                        TICKET_.NUMBER,
                        TICKET_.STATUS,
                        TICKET_.LEAD_UNIT_ID,
                        TICKET_.DUE_AT,
                        TICKET_.UPDATED_AT,
                        APPEAL.ID)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.QUERY_CODE_INDEX.eq(sealing.index(plain)))
                .fetchOptional(row -> new AppealQueryAnswer(
                        row.value1(),
                        merges.filedAs(row.value6()),
                        TicketStatus.valueOf(row.value2()),
                        names.unitName(row.value3()),
                        promised(TicketStatus.valueOf(row.value2()), row.value4()),
                        row.value5()))
                .orElseThrow(Absent::new);
    }
}
