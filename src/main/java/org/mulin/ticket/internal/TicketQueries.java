package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.ESCALATION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.FilterQueries.ListOrder;
import org.mulin.ticket.internal.TicketViews.TicketRow;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Repository;

/** Lists of tickets: one query a page, whatever stands in it. */
@Repository
class TicketQueries {
    private final DSLContext sql;
    private final FilterQueries filters;
    private final Names names;
    private final Clock clock;

    TicketQueries(DSLContext sql, FilterQueries filters, Names names, Clock clock) {
        this.sql = sql;
        this.filters = filters;
        this.names = names;
        this.clock = clock;
    }

    /** A row as it was read, with the piece that the search has found. */
    private record Read(
            TicketRecord ticket,
            Instant at,
            @Nullable String found,
            @Nullable String cause) {}

    Page<TicketRow> page(Actor actor, TicketFilter filter, @Nullable Cursor after, int limit) {
        Instant now = clock.instant();
        ListOrder order = filter.order();
        Field<Instant> at = order.at().as("at");
        Field<@Nullable String> found = filters.found(actor, filter).as("found");
        Field<@Nullable String> cause = supervisedFor(actor.unitId()).as("cause");
        // the ids first: while they are sought, only what decides is read
        var ids = sql.select(TICKET_.ID)
                .from(TICKET_)
                .where(filters.of(actor, filter, now))
                .and(after == null ? DSL.noCondition() : order.behind(after))
                .orderBy(order.fields())
                .limit(limit + 1);
        List<Read> rows = sql.select(TICKET_.asterisk(), at, found, cause)
                .from(TICKET_)
                .where(TICKET_.ID.in(ids))
                .orderBy(order.fields())
                .fetch(row -> new Read(row.into(TICKET_), row.get(at), row.get(found), row.get(cause)));
        boolean more = rows.size() > limit;
        List<Read> shown = more ? rows.subList(0, limit) : rows;
        boolean accused = names.isAccused(actor.unitId());
        return new Page<>(
                shown.stream()
                        .map(row -> row(row, accused, now, beyond(row, filter)))
                        .toList(),
                more ? cursor(shown.getLast()).text() : null);
    }

    /** Why this unit supervises it now; null when it does not. */
    private static Field<@Nullable String> supervisedFor(@Nullable UUID unit) {
        return unit == null
                ? DSL.castNull(String.class)
                : DSL.field(DSL.select(ESCALATION.CAUSE)
                        .from(ESCALATION)
                        .where(
                                ESCALATION.TICKET_ID.eq(TICKET_.ID),
                                ESCALATION.UNIT_ID.eq(unit),
                                ESCALATION.ENDED_AT.isNull()));
    }

    private static Cursor cursor(Read last) {
        return new Cursor(last.at(), last.ticket().getId());
    }

    /** What was found, where the first words do not show it anyway. */
    private static @Nullable String beyond(Read row, TicketFilter filter) {
        String first = row.ticket().getExcerpt().toLowerCase(Locale.ROOT);
        boolean shown = filter.terms().stream().anyMatch(term -> first.contains(term.toLowerCase(Locale.ROOT)));
        return shown ? null : row.found();
    }

    private TicketRow row(Read read, boolean accused, Instant now, @Nullable String found) {
        TicketRecord row = read.ticket();
        String cause = read.cause();
        Instant dueAt = row.getDueAt();
        return new TicketRow(
                row.getId(),
                row.getNumber(),
                TicketStatus.valueOf(row.getStatus()),
                accused && row.getConfidential() ? Texts.here(Said.of("ticket.hidden-words")) : row.getExcerpt(),
                found,
                names.matter(row.getMatterCode()),
                row.getPlaced() ? names.area(row.getAreaKey()) : null,
                names.unitName(row.getLeadUnitId()),
                dueAt,
                FilterQueries.isLate(row.getStatus(), dueAt, now),
                row.getPausedUntil(),
                row.getOpenedAt(),
                Channel.valueOf(row.getChannel()),
                Urgency.valueOf(row.getUrgency()),
                row.getAppealCount(),
                cause == null ? null : EscalationCause.valueOf(cause));
    }
}
