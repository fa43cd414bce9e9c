package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.DIRECTIVE;
import static org.mulin.ticket.internal.db.Tables.OBJECTION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_CALL;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.joint.WhistleViews.DepartmentRow;
import org.mulin.ticket.internal.joint.WhistleViews.UnitName;
import org.springframework.stereotype.Repository;

/** How departments answer within the reviewer's area: three statements, one per kind of fact. */
@Repository
class DepartmentQueries {
    private final DSLContext sql;
    private final Names names;
    private final Clock clock;

    DepartmentQueries(DSLContext sql, Names names, Clock clock) {
        this.sql = sql;
        this.names = names;
        this.clock = clock;
    }

    /** Of whistles blown, kick-backs raised and orders issued within the time; most called first. */
    List<DepartmentRow> counts(Actor actor, Instant from, Instant to) {
        JointSteps.requireReviewer(actor);
        Map<UUID, Record> calls = calls(actor, from, to);
        Map<UUID, Record> objections = objections(actor, from, to);
        Map<UUID, Record> orders = orders(actor, from, to);
        Set<UUID> units = new TreeSet<>(calls.keySet());
        units.addAll(objections.keySet());
        units.addAll(orders.keySet());
        return units.stream()
                .map(unit -> row(unit, calls.get(unit), objections.get(unit), orders.get(unit)))
                .sorted(Comparator.comparingInt(DepartmentRow::called)
                        .thenComparingInt(DepartmentRow::kickbacks)
                        .reversed()
                        .thenComparing(row -> row.unit().name()))
                .toList();
    }

    private static Condition within(Actor actor, TableField<?, String> areaKey) {
        return areaKey.ge(actor.scope().lo()).and(areaKey.lt(actor.scope().hi()));
    }

    private Map<UUID, Record> calls(Actor actor, Instant from, Instant to) {
        Instant now = clock.instant();
        Condition confirmed = WHISTLE_CALL.CONFIRMED_AT.isNotNull();
        // never unknown: whoever has not checked in is not there either
        Condition there = DSL.condition(DSL.coalesce(WHISTLE_CALL.ARRIVAL_COUNTS, DSL.inline(false)));
        Condition promised = WhistleListQueries.hasPromised();
        Condition broken = WhistleListQueries.breaksPromise(now);
        return sql.select(
                        WHISTLE_CALL.UNIT_ID,
                        DSL.count().as("called"),
                        count("confirmed", confirmed),
                        count(
                                "confirm_late",
                                WhistleListQueries.confirmsLate(now).and(confirmed)),
                        count(
                                "confirm_missed",
                                WhistleListQueries.confirmsLate(now).andNot(confirmed)),
                        count("arrived", there),
                        count("elsewhere", WHISTLE_CALL.ARRIVAL_COUNTS.isFalse()),
                        count("arrive_late", WhistleListQueries.arrivesLate(now).and(there)),
                        count(
                                "arrive_missed",
                                WhistleListQueries.arrivesLate(now).andNot(there)),
                        count("promises", promised),
                        count("kept", promised.and(WHISTLE_CALL.FULFILLED_AT.le(WHISTLE_CALL.PROMISE_DUE_AT))),
                        count("broken", broken),
                        count("unsigned", promised.and(WHISTLE_CALL.SIGNED_AT.isNull())),
                        count("scores", WHISTLE_CALL.SCORE.isNotNull()),
                        DSL.avg(WHISTLE_CALL.SCORE).as("score"))
                .from(WHISTLE_CALL)
                .join(WHISTLE)
                .on(WHISTLE.ID.eq(WHISTLE_CALL.WHISTLE_ID))
                .where(within(actor, WHISTLE.AREA_KEY), WHISTLE.BLOWN_AT.ge(from), WHISTLE.BLOWN_AT.lt(to))
                .groupBy(WHISTLE_CALL.UNIT_ID)
                .fetchMap(WHISTLE_CALL.UNIT_ID, row -> row);
    }

    private Map<UUID, Record> objections(Actor actor, Instant from, Instant to) {
        return sql.select(
                        OBJECTION.UNIT_ID,
                        DSL.count().as("kickbacks"),
                        count("upheld", OBJECTION.STATUS.eq(ObjectionStatus.UPHELD.name())),
                        count("refused", OBJECTION.STATUS.eq(ObjectionStatus.REFUSED.name())))
                .from(OBJECTION)
                .join(TICKET_)
                .on(TICKET_.ID.eq(OBJECTION.TICKET_ID))
                .where(within(actor, TICKET_.AREA_KEY), OBJECTION.RAISED_AT.ge(from), OBJECTION.RAISED_AT.lt(to))
                .groupBy(OBJECTION.UNIT_ID)
                .fetchMap(OBJECTION.UNIT_ID, row -> row);
    }

    private Map<UUID, Record> orders(Actor actor, Instant from, Instant to) {
        Condition open = DIRECTIVE.ENDED_AT.isNull();
        Condition late = DIRECTIVE
                .DUE_AT
                .lt(DSL.coalesce(DIRECTIVE.ENDED_AT, DSL.val(clock.instant())))
                .and(DIRECTIVE.STATUS.ne(DirectiveStatus.RECALLED.name()));
        return sql.select(DIRECTIVE.UNIT_ID, count("orders_open", open), count("orders_late", late))
                .from(DIRECTIVE)
                .where(within(actor, DIRECTIVE.AREA_KEY), DIRECTIVE.ISSUED_AT.ge(from), DIRECTIVE.ISSUED_AT.lt(to))
                .groupBy(DIRECTIVE.UNIT_ID)
                .fetchMap(DIRECTIVE.UNIT_ID, row -> row);
    }

    private static Field<Integer> count(String name, Condition which) {
        return DSL.count().filterWhere(which).as(name);
    }

    private DepartmentRow row(UUID unit, @Nullable Record calls, @Nullable Record objections, @Nullable Record orders) {
        int promises = of(calls, "promises");
        int kept = of(calls, "kept");
        int broken = of(calls, "broken");
        return new DepartmentRow(
                new UnitName(unit, String.valueOf(names.unitName(unit))),
                of(calls, "called"),
                of(calls, "confirmed"),
                of(calls, "confirm_late"),
                of(calls, "confirm_missed"),
                of(calls, "arrived"),
                of(calls, "arrive_late"),
                of(calls, "arrive_missed"),
                of(calls, "elsewhere"),
                promises,
                promises - kept - broken,
                kept,
                broken,
                of(calls, "unsigned"),
                of(calls, "scores"),
                calls == null ? null : WhistleQueries.mean(calls.get("score", BigDecimal.class)),
                of(objections, "kickbacks"),
                of(objections, "upheld"),
                of(objections, "refused"),
                of(orders, "orders_open"),
                of(orders, "orders_late"));
    }

    private static int of(@Nullable Record row, String name) {
        return row == null ? 0 : row.get(name, Integer.class);
    }
}
