package org.mulin.ticket.internal.open;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.open.OpenReachQueries.MATTER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.base.PublicText;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.Cursor;
import org.mulin.ticket.internal.Grams;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.open.OpenViews.OpenStepView;
import org.mulin.ticket.internal.open.OpenViews.OpenTicketRow;
import org.mulin.ticket.internal.open.OpenViews.OpenTicketView;
import org.mulin.ticket.internal.open.OpenViews.OpenWordsView;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 公开诉求: the list of public matters, one query a page, and the page of one of them. */
@Repository
class OpenListQueries {
    /** What a search looks at: a word is found in what is shown, and the database knows only what was written. */
    private static final int SEARCHED_MAX = 200;

    private static final int VOICES_MAX = 50;
    /** Steps that the public is told; of the verdicts only that the work begins anew. */
    private static final Set<ActionKind> TOLD = EnumSet.of(
            ActionKind.DISPATCH,
            ActionKind.CLASSIFY,
            ActionKind.TRANSFER,
            ActionKind.ACCEPT,
            ActionKind.INFORM,
            ActionKind.RESOLVE,
            ActionKind.SETTLE,
            ActionKind.DECLINE,
            ActionKind.CLOSE,
            ActionKind.REOPEN);

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final OpenTicketQueries queries;
    private final OpenReachQueries reach;
    private final OpenNames openNames;
    private final Names names;
    private final Areas areas;
    private final JsonMapper json;

    OpenListQueries(
            DSLContext sql,
            OpenTicketQueries queries,
            OpenReachQueries reach,
            OpenNames openNames,
            Names names,
            Areas areas,
            JsonMapper json) {
        this.sql = sql;
        this.queries = queries;
        this.reach = reach;
        this.openNames = openNames;
        this.names = names;
        this.areas = areas;
        this.json = json;
    }

    /** Newest first; a ticket stands in it once, by the first of its public appeals. */
    Page<OpenTicketRow> page(OpenFilter filter, @Nullable Cursor after, int limit) {
        int read_max = filter.q() == null ? limit + 1 : SEARCHED_MAX;
        List<OpenTicket> read = queries.rows(DSL.and(conditions(filter, after)), 0, read_max);
        List<OpenTicket> found =
                read.stream().filter(ticket -> isFound(ticket, filter)).toList();
        OpenTicket last = null;
        if (found.size() > limit) {
            last = found.get(limit - 1);
        } else if (filter.q() != null && read.size() == read_max) {
            last = read.getLast();
        }
        return new Page<>(
                found.stream().limit(limit).map(openNames::row).toList(),
                last == null ? null : new Cursor(last.submittedAt(), last.appealId()).text());
    }

    private boolean isFound(OpenTicket ticket, OpenFilter filter) {
        return filter.isIn(ticket.words())
                || filter.isIn(openNames.matter(ticket.matterCode()))
                || ticket.number().equals(filter.q());
    }

    private List<Condition> conditions(OpenFilter filter, @Nullable Cursor after) {
        List<Condition> all = new ArrayList<>();
        all.add(queries.firstOfTicket());
        if (after != null) {
            all.add(DSL.row(APPEAL.SUBMITTED_AT, APPEAL.ID).lt(after.at(), after.id()));
        }
        if (filter.area() != null) {
            AreaRange range = areas.tree()
                    .find(filter.area())
                    .map(Area::key)
                    .map(AreaRange::of)
                    .orElseThrow(() -> Malformed.of("area", "field-invalid"));
            all.add(TICKET_.AREA_KEY.ge(range.lo()).and(TICKET_.AREA_KEY.lt(range.hi())));
        }
        if (filter.matter() != null) {
            if (!names.isMatter(filter.matter())) {
                throw Malformed.of("matter", "field-invalid");
            }
            all.add(MATTER.in(names.mattersWithin(filter.matter())));
        }
        if (filter.stage() != null) {
            all.add(TICKET_.STATUS.in(filter.stage().statuses()));
        }
        if (filter.q() != null) {
            all.add(words(filter));
        }
        return all;
    }

    /** Grams find candidates; {@link #isFound} decides. */
    private Condition words(OpenFilter filter) {
        String q = String.valueOf(filter.q());
        List<String> called = reach.matters().stream()
                .filter(code -> filter.isIn(openNames.matter(code)))
                .toList();
        return APPEAL.GRAMS
                .contains(Grams.of(q))
                .and(APPEAL.WORDS.containsIgnoreCase(q).or(APPEAL.SUBJECT.containsIgnoreCase(q)))
                .or(MATTER.in(called))
                .or(TICKET_.NUMBER.eq(q));
    }

    /** @throws Absent when there is none, or none that anybody may read */
    OpenTicketView view(String number) {
        List<OpenTicket> voices = queries.rows(TICKET_.NUMBER.eq(number), 0, VOICES_MAX);
        if (voices.isEmpty()) {
            // an old address leads to the ticket that goes on
            return view(queries.numbered(List.of(number)).stream()
                    .findFirst()
                    .map(OpenTicket::mergedInto)
                    .orElseThrow(Absent::new));
        }
        OpenTicket first = voices.getLast();
        return new OpenTicketView(
                first.number(),
                openNames.matter(first.matterCode()),
                openNames.matterClass(first.matterCode()),
                OpenStage.of(first.status()),
                voices.reversed().stream()
                        .map(voice -> new OpenWordsView(voice.words(), voice.submittedAt()))
                        .toList(),
                openNames.path(first),
                openNames.community(first).map(Area::code).orElse(null),
                first.point(),
                openNames.unit(first),
                first.submittedAt(),
                first.dueAt(),
                first.answeredAt(),
                steps(first));
    }

    /** What happened since the first public appeal came in; it begins with that. */
    private List<OpenStepView> steps(OpenTicket first) {
        List<OpenStepView> steps = new ArrayList<>();
        steps.add(new OpenStepView(first.submittedAt(), ActionKind.REGISTER, null, null));
        List<String> authors = queries.authors(first.ticketId());
        sql.select(HISTORY.asterisk(), TICKET_.CONFIDENTIAL)
                .from(HISTORY)
                .join(TICKET_)
                .on(TICKET_.ID.eq(HISTORY.TICKET_ID))
                .where(HISTORY.TICKET_ID.eq(first.ticketId()), HISTORY.AT.ge(first.submittedAt()))
                .orderBy(HISTORY.NUMBER)
                .forEach(row -> step(row, authors, steps));
        return steps;
    }

    private void step(Record row, List<String> authors, List<OpenStepView> steps) {
        ActionKind action = ActionKind.valueOf(row.get(HISTORY.ACTION));
        boolean again = action == ActionKind.JUDGE && row.get(HISTORY.TO_STATUS).equals(TicketStatus.DISPATCHED.name());
        if (!again && !TOLD.contains(action)) {
            return;
        }
        // the answer to a confidential appeal may tell what that appeal said
        boolean told = OpenTicketQueries.ANSWERS.contains(action.name()) && !row.get(TICKET_.CONFIDENTIAL);
        String words = row.get(HISTORY.WORDS);
        steps.add(new OpenStepView(
                row.get(HISTORY.AT),
                again ? ActionKind.REOPEN : action,
                unit(row),
                told && words != null ? PublicText.of(words, authors) : null));
    }

    private @Nullable String unit(Record row) {
        String to = json.readValue(row.get(HISTORY.FACTS).data(), FACTS).get("unit");
        return names.unitName(to == null ? row.get(HISTORY.UNIT_ID) : UUID.fromString(to));
    }
}
