package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.internal.TicketViews.TicketRow;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Repository;

/** Lists of tickets: one query a page, whatever stands in it. */
@Repository
class TicketQueries {
    private static final List<String> WITH_UNIT = List.of("DISPATCHED", "ACCEPTED", "WAITING");
    private static final List<String> RUNNING = List.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
    private static final String HIDDEN = "（保密诉求）";
    /** A ticket without a deadline comes last; written as in the indexes. */
    private static final Field<Instant> DUE = DSL.field(
            "coalesce({0}, timestamptz '9999-12-31 00:00:00+00')", TICKET_.DUE_AT.getDataType(), TICKET_.DUE_AT);

    private final DSLContext sql;
    private final Names names;
    private final Areas areas;
    private final Units units;
    private final Clock clock;

    TicketQueries(DSLContext sql, Names names, Areas areas, Units units, Clock clock) {
        this.sql = sql;
        this.names = names;
        this.areas = areas;
        this.units = units;
        this.clock = clock;
    }

    Page<TicketRow> page(Actor actor, TicketFilter filter, @Nullable Cursor after, int limit) {
        Instant now = clock.instant();
        boolean due = filter.byDeadline();
        List<SortField<?>> order =
                due ? List.of(DUE.asc(), TICKET_.ID.asc()) : List.of(TICKET_.OPENED_AT.desc(), TICKET_.ID.desc());
        List<TicketRecord> rows = sql.selectFrom(TICKET_)
                .where(ReachQueries.of(actor))
                .and(DSL.and(conditions(actor, filter, now)))
                .and(after == null ? DSL.noCondition() : behind(after, due))
                .orderBy(order)
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<TicketRecord> shown = more ? rows.subList(0, limit) : rows;
        boolean accused = names.isAccused(actor.unitId());
        return new Page<>(
                shown.stream().map(row -> row(row, accused, now)).toList(),
                more ? cursor(shown.getLast(), due).text() : null);
    }

    private static Condition behind(Cursor after, boolean due) {
        return due
                ? DSL.row(DUE, TICKET_.ID).gt(after.at(), after.id())
                : DSL.row(TICKET_.OPENED_AT, TICKET_.ID).lt(after.at(), after.id());
    }

    private static Cursor cursor(TicketRecord last, boolean due) {
        Instant dueAt = last.getDueAt() == null ? Instant.parse("9999-12-31T00:00:00Z") : last.getDueAt();
        return new Cursor(due ? dueAt : last.getOpenedAt(), last.getId());
    }

    private List<Condition> conditions(Actor actor, TicketFilter filter, Instant now) {
        List<Condition> all = new ArrayList<>(queue(actor, filter.queue()));
        if (filter.status() != null) {
            all.add(TICKET_.STATUS.eq(filter.status().name()));
        }
        if (filter.matter() != null) {
            all.add(TICKET_.MATTER_CODE.eq(filter.matter()));
        }
        if (filter.area() != null) {
            AreaRange range = areas.tree()
                    .find(filter.area())
                    .map(Area::key)
                    .map(AreaRange::of)
                    .orElse(AreaRange.NONE);
            all.add(TICKET_.AREA_KEY.ge(range.lo()).and(TICKET_.AREA_KEY.lt(range.hi())));
        }
        if (filter.unit() != null) {
            UUID unit = units.byCode(filter.unit()).map(Unit::id).orElse(new UUID(0, 0));
            all.add(TICKET_.LEAD_UNIT_ID.eq(unit));
        }
        if (filter.channel() != null) {
            all.add(TICKET_.CHANNEL.eq(filter.channel().name()));
        }
        if (filter.overdue() != null) {
            Condition overdue = TICKET_.STATUS.in(RUNNING).and(TICKET_.DUE_AT.lt(now));
            all.add(filter.overdue() ? overdue : DSL.not(overdue));
        }
        if (filter.from() != null) {
            all.add(TICKET_.OPENED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            all.add(TICKET_.OPENED_AT.lt(filter.to()));
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            all.add(words(actor, filter.q().strip()));
        }
        return all;
    }

    private static List<Condition> queue(Actor actor, @Nullable String queue) {
        return switch (queue == null ? "all" : queue) {
            case "all" -> List.of();
            case "triage" -> List.of(TICKET_.STATUS.eq("TRIAGE"));
            case "unit" ->
                List.of(
                        TICKET_.STATUS.in(WITH_UNIT),
                        actor.unitId() == null ? DSL.falseCondition() : TICKET_.LEAD_UNIT_ID.eq(actor.unitId()));
            default -> throw Malformed.of("queue", "field-invalid");
        };
    }

    /** Grams find candidates by index, the words decide; confidential words are not searched by the accused. */
    private Condition words(Actor actor, String q) {
        String[] grams = Grams.of(q);
        Condition inWords = DSL.exists(DSL.selectOne()
                .from(APPEAL)
                .where(APPEAL.TICKET_ID.eq(TICKET_.ID))
                .and(grams.length == 0 ? DSL.noCondition() : APPEAL.GRAMS.contains(grams))
                .and(APPEAL.WORDS.containsIgnoreCase(q).or(APPEAL.SUBJECT.containsIgnoreCase(q))));
        Condition mayRead = names.isAccused(actor.unitId()) ? TICKET_.CONFIDENTIAL.isFalse() : DSL.noCondition();
        return TICKET_.NUMBER.startsWith(q).or(inWords.and(mayRead));
    }

    private TicketRow row(TicketRecord row, boolean accused, Instant now) {
        Instant dueAt = row.getDueAt();
        return new TicketRow(
                row.getId(),
                row.getNumber(),
                TicketStatus.valueOf(row.getStatus()),
                accused && row.getConfidential() ? HIDDEN : row.getExcerpt(),
                names.matter(row.getMatterCode()),
                row.getPlaced() ? names.area(row.getAreaKey()) : null,
                names.unitName(row.getLeadUnitId()),
                dueAt,
                dueAt != null && RUNNING.contains(row.getStatus()) && dueAt.isBefore(now),
                row.getOpenedAt(),
                Channel.valueOf(row.getChannel()),
                Urgency.valueOf(row.getUrgency()),
                row.getAppealCount());
    }
}
