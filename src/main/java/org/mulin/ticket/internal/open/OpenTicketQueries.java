package org.mulin.ticket.internal.open;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.APPEAL_MOVE;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.open.OpenReachQueries.MATTER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.PublicText;
import org.mulin.base.Sealing;
import org.mulin.ticket.Channel;
import org.mulin.ticket.OpenSearch;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.OpenTickets;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.TicketViewQueries;
import org.mulin.ticket.internal.db.tables.Appeal;
import org.mulin.triage.Point;
import org.springframework.stereotype.Repository;

/** Reads what anybody may read; whoever shows it, Open311 or the residents' page, reads it here. */
@Repository
public class OpenTicketQueries {
    /** The steps that tell the authors what came of it. */
    static final List<String> ANSWERS = List.of("INFORM", "RESOLVE", "SETTLE", "DECLINE");

    static final Field<Instant> ANSWERED_AT = DSL.field(DSL.select(DSL.max(HISTORY.AT))
            .from(HISTORY)
            .where(HISTORY.TICKET_ID.eq(TICKET_.ID), HISTORY.ACTION.in(ANSWERS)));

    private static final int AUTHORS_MAX = 500;

    /** About ten metres. */
    private static final double POINT_STEP = 1e4;

    private final DSLContext sql;
    private final OpenReachQueries reach;
    private final Sealing sealing;

    OpenTicketQueries(DSLContext sql, OpenReachQueries reach, Sealing sealing) {
        this.sql = sql;
        this.reach = reach;
        this.sealing = sealing;
    }

    public List<OpenTicket> find(OpenSearch search) {
        Set<String> wanted = search.matterCodes();
        Condition matter = wanted.isEmpty() ? DSL.noCondition() : MATTER.in(wanted);
        Condition status = search.statuses().isEmpty()
                ? DSL.noCondition()
                : TICKET_.STATUS.in(
                        search.statuses().stream().map(TicketStatus::name).toList());
        Condition span = APPEAL.SUBMITTED_AT.between(search.from(), search.to());
        return rows(
                DSL.and(span, matter, status, firstOfTicket()),
                search.offset(),
                Math.min(search.limit(), OpenTickets.FIND_MAX));
    }

    /** Also under the numbers that they had before their tickets were merged. */
    public List<OpenTicket> numbered(Collection<String> numbers) {
        Condition named = TICKET_.NUMBER.in(numbers).and(firstOfTicket());
        List<OpenTicket> found = new ArrayList<>(rows(named, 0, OpenTickets.FIND_MAX));
        Map<UUID, List<String>> before = filedAs(numbers);
        if (!before.isEmpty()) {
            Map<String, OpenTicket> first = new LinkedHashMap<>();
            rows(APPEAL.ID.in(before.keySet()), 0, OpenTickets.FIND_MAX)
                    .reversed()
                    .forEach(now -> before.getOrDefault(now.appealId(), List.of())
                            .forEach(number -> first.putIfAbsent(number, now.mergedFrom(number))));
            found.addAll(first.values());
        }
        return found;
    }

    /** The numbers under which appeals were taken in, of those that went to another ticket since. */
    private Map<UUID, List<String>> filedAs(Collection<String> numbers) {
        return sql.select(APPEAL_MOVE.APPEAL_ID, TICKET_.NUMBER)
                .from(TICKET_)
                .join(APPEAL_MOVE)
                .on(APPEAL_MOVE.FROM_TICKET_ID.eq(TICKET_.ID))
                .where(TICKET_.NUMBER.in(numbers), TICKET_.MERGED_INTO_ID.isNotNull())
                .limit(OpenTickets.FIND_MAX)
                .fetchGroups(APPEAL_MOVE.APPEAL_ID, TICKET_.NUMBER);
    }

    /** A ticket's first public appeal stands for it where a ticket is to be told once, its own before merged ones. */
    Condition firstOfTicket() {
        Appeal other = APPEAL.as("other");
        return DSL.notExists(DSL.selectOne()
                .from(other)
                .where(other.TICKET_ID.eq(APPEAL.TICKET_ID), reach.of(other))
                .and(DSL.row(merged(other), other.SUBMITTED_AT, other.ID)
                        .lt(merged(APPEAL), APPEAL.SUBMITTED_AT, APPEAL.ID)));
    }

    /** Whether it was filed under another number. */
    private static Field<Boolean> merged(Appeal appeal) {
        return DSL.field(DSL.exists(DSL.selectOne().from(APPEAL_MOVE).where(APPEAL_MOVE.APPEAL_ID.eq(appeal.ID))));
    }

    /** Newest first, one for each public appeal. */
    List<OpenTicket> rows(Condition wanted, int offset, int limit) {
        return sql.select(
                        APPEAL.ID,
                        APPEAL.CHANNEL,
                        APPEAL.SUBJECT,
                        APPEAL.WORDS,
                        APPEAL.CONTACT_NAME_SEALED,
                        APPEAL.SUBMITTED_AT,
                        MATTER,
                        TICKET_.ID,
                        TICKET_.NUMBER,
                        TICKET_.STATUS,
                        TICKET_.AREA_KEY,
                        TICKET_.PLACED,
                        TICKET_.LON,
                        TICKET_.LAT,
                        TICKET_.PLACE_TEXT,
                        TICKET_.LEAD_UNIT_ID,
                        TICKET_.UPDATED_AT,
                        TICKET_.DUE_AT,
                        ANSWERED_AT)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(reach.of(APPEAL), wanted)
                .orderBy(APPEAL.SUBMITTED_AT.desc(), APPEAL.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(this::ticket);
    }

    /** Whom the words about a ticket may name: nobody is shown them, they are hidden by them. */
    List<String> authors(UUID ticketId) {
        return sql.select(APPEAL.CONTACT_NAME_SEALED)
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.eq(ticketId), APPEAL.CONTACT_NAME_SEALED.isNotNull())
                .limit(AUTHORS_MAX)
                .fetch(row -> sealing.open(row.value1()));
    }

    /** The author's name as it is known; it is hidden by it. */
    static List<String> author(Record row, Sealing sealing) {
        byte[] author = row.get(APPEAL.CONTACT_NAME_SEALED);
        return author == null ? List.of() : List.of(sealing.open(author));
    }

    /** An appeal's words as anybody reads them. */
    static String words(Record row, List<String> names) {
        return PublicText.of(TicketViewQueries.whole(row.get(APPEAL.SUBJECT), row.get(APPEAL.WORDS)), names);
    }

    private OpenTicket ticket(Record row) {
        Channel channel = Channel.valueOf(row.get(APPEAL.CHANNEL));
        TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
        boolean answered = status == TicketStatus.RESOLVED || status.isEnd();
        String place = row.get(TICKET_.PLACE_TEXT);
        List<String> names = author(row, sealing);
        UUID unit = row.get(TICKET_.LEAD_UNIT_ID);
        // until a unit has it, the deadline is the dispatchers' own
        Instant due = status == TicketStatus.TRIAGE ? null : row.get(TICKET_.DUE_AT);
        return new OpenTicket(
                row.get(TICKET_.ID),
                row.get(APPEAL.ID),
                row.get(TICKET_.NUMBER),
                channel,
                status,
                row.get(MATTER),
                words(row, names),
                row.get(TICKET_.AREA_KEY),
                row.get(TICKET_.PLACED),
                point(row.get(TICKET_.LON), row.get(TICKET_.LAT), channel),
                place == null ? null : PublicText.of(place, names),
                unit,
                row.get(APPEAL.SUBMITTED_AT),
                row.get(TICKET_.UPDATED_AT),
                due,
                answered ? row.get(ANSWERED_AT) : null,
                null);
    }

    private static @Nullable Point point(@Nullable Double lon, @Nullable Double lat, Channel channel) {
        if (lon == null || lat == null || channel == Channel.OPEN311) {
            return lon == null || lat == null ? null : new Point(lon, lat);
        }
        return new Point(Math.round(lon * POINT_STEP) / POINT_STEP, Math.round(lat * POINT_STEP) / POINT_STEP);
    }
}
