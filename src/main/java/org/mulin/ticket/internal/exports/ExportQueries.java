package org.mulin.ticket.internal.exports;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.PublicText;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionRepository;
import org.mulin.ticket.internal.DecisionViews;
import org.mulin.ticket.internal.FilterQueries;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.TicketFilter;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.stereotype.Repository;

/** The rows of a sheet, in the words of the language in which it was asked for. */
@Repository
class ExportQueries {
    /** Codes of texts.csv, in the order of {@link #row}. */
    static final List<String> COLUMNS = List.of(
            "export.number",
            "export.status",
            "export.due",
            "export.overdue",
            "export.words",
            "export.appeals",
            "export.matter",
            "export.urgency",
            "export.area",
            "export.unit",
            "export.opened",
            "export.channel",
            "export.reasons");

    private final DSLContext sql;
    private final FilterQueries filters;
    private final DecisionRepository decisions;
    private final DecisionViews decisionViews;
    private final Names names;
    private final Policy policy;
    private final Clock clock;

    ExportQueries(
            DSLContext sql,
            FilterQueries filters,
            DecisionRepository decisions,
            DecisionViews decisionViews,
            Names names,
            Policy policy,
            Clock clock) {
        this.sql = sql;
        this.filters = filters;
        this.decisions = decisions;
        this.decisionViews = decisionViews;
        this.names = names;
        this.policy = policy;
        this.clock = clock;
    }

    /** The tickets of the list, in its order. */
    List<UUID> tickets(Actor actor, TicketFilter filter, int limit) {
        return sql.select(TICKET_.ID)
                .from(TICKET_)
                .where(filters.of(actor, filter, clock.instant()))
                .orderBy(filter.order().fields())
                .limit(limit)
                .fetch(TICKET_.ID);
    }

    /** Two statements; what has gone out of reach meanwhile is left out. */
    List<List<String>> rows(Actor actor, List<UUID> ids) {
        Map<UUID, TicketRecord> found =
                sql.selectFrom(TICKET_).where(TICKET_.ID.in(ids), ReachQueries.of(actor)).stream()
                        .collect(Collectors.toMap(TicketRecord::getId, row -> row));
        Map<UUID, StoredDecision> why = decisions.last(ids);
        boolean accused = names.isAccused(actor.unitId());
        Instant now = clock.instant();
        List<List<String>> rows = new ArrayList<>();
        for (UUID id : ids) {
            TicketRecord ticket = found.get(id);
            if (ticket != null) {
                rows.add(row(ticket, accused && ticket.getConfidential(), reasons(why.get(id), ticket, accused), now));
            }
        }
        return rows;
    }

    private List<String> row(TicketRecord ticket, boolean hidden, String reasons, Instant now) {
        return List.of(
                ticket.getNumber(),
                said(TicketStatus.valueOf(ticket.getStatus()).textCode()),
                moment(ticket.getDueAt()),
                FilterQueries.isLate(ticket.getStatus(), ticket.getDueAt(), now) ? said("export.late") : "",
                hidden ? said("ticket.hidden-words") : PublicText.of(ticket.getExcerpt()),
                String.valueOf(ticket.getAppealCount()),
                text(names.matter(ticket.getMatterCode())),
                said("ticket.urgency." + ticket.getUrgency()),
                ticket.getPlaced() ? text(names.area(ticket.getAreaKey())) : "",
                text(names.unitName(ticket.getLeadUnitId())),
                moment(ticket.getOpenedAt()),
                said(Channel.valueOf(ticket.getChannel()).textCode()),
                reasons);
    }

    /** Telling words are the author's: masked like them, and not for the accused of a confidential appeal. */
    private String reasons(@Nullable StoredDecision stored, TicketRecord ticket, boolean accused) {
        if (stored == null) {
            return "";
        }
        var view =
                accused && ticket.getConfidential() ? decisionViews.withoutWords(stored) : decisionViews.view(stored);
        return view.reasons().stream()
                .map(reason -> PublicText.of(reason.text()))
                .collect(Collectors.joining("；"));
    }

    private String moment(@Nullable Instant at) {
        return at == null
                ? ""
                : said("ticket.moment", at.atZone(policy.city().zone()).toLocalDateTime());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String said(String code, Object... arguments) {
        return Texts.here(Said.of(code, arguments));
    }
}
