package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.count;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.policy.Policy;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Repository;

/** 即办: what the actor's unit settles on the spot, and how often. */
@Repository
class SettlementQueries {
    /** What was common lately is likely again. */
    private static final Duration LATELY = Duration.ofDays(90);

    private final DSLContext sql;
    private final Areas areas;
    private final Policy policy;
    private final Clock clock;

    SettlementQueries(DSLContext sql, Areas areas, Policy policy, Clock clock) {
        this.sql = sql;
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param settled how often the unit settled it within the last 90 days
     * @param met tickets of it in the unit's area within the same time
     */
    record SettlementMatterView(String code, String name, String className, int settled, int met) {}

    /**
     * @param from the beginning of this month
     * @param areaCode within which the actor may settle; null where nothing is
     */
    record SettlementCountView(
            LocalDate from, int count, @Nullable String areaCode) {}

    /** The matters that may be settled on the spot, those the unit settles or meets most first. */
    List<SettlementMatterView> matters(Actor actor) {
        actor.require(By.SETTLE);
        Instant since = clock.instant().minus(LATELY);
        Map<String, Integer> settled = sql.select(TICKET_.MATTER_CODE, count())
                .from(HISTORY)
                .join(TICKET_)
                .on(TICKET_.ID.eq(HISTORY.TICKET_ID))
                .where(settledBy(actor), HISTORY.AT.ge(since), TICKET_.MATTER_CODE.isNotNull())
                .groupBy(TICKET_.MATTER_CODE)
                .fetchMap(TICKET_.MATTER_CODE, count());
        Map<String, Integer> met = sql.select(TICKET_.MATTER_CODE, count())
                .from(TICKET_)
                .where(
                        TICKET_.AREA_KEY.ge(actor.scope().lo()),
                        TICKET_.AREA_KEY.lt(actor.scope().hi()),
                        TICKET_.OPENED_AT.ge(since),
                        TICKET_.MATTER_CODE.isNotNull())
                .groupBy(TICKET_.MATTER_CODE)
                .fetchMap(TICKET_.MATTER_CODE, count());
        Matters catalogue = policy.current(MattersTable.class).content();
        return catalogue.leaves().stream()
                .filter(matter -> catalogue.settles(matter.code()))
                .map(matter -> view(
                        matter, catalogue, settled.getOrDefault(matter.code(), 0), met.getOrDefault(matter.code(), 0)))
                .sorted(Comparator.comparingInt(SettlementMatterView::settled)
                        .thenComparingInt(SettlementMatterView::met)
                        .reversed())
                .toList();
    }

    private static SettlementMatterView view(Matter matter, Matters catalogue, int settled, int met) {
        String parent = matter.parent() == null ? matter.code() : matter.parent();
        String className = catalogue.find(parent).map(Matter::name).orElse(parent);
        return new SettlementMatterView(matter.code(), matter.name(), className, settled, met);
    }

    /** How many the unit settled this month, and where it may. */
    SettlementCountView thisMonth(Actor actor) {
        actor.require(By.SETTLE);
        LocalDate from =
                LocalDate.ofInstant(clock.instant(), policy.city().zone()).withDayOfMonth(1);
        int counted = sql.fetchCount(
                HISTORY,
                settledBy(actor),
                HISTORY.AT.ge(from.atStartOfDay(policy.city().zone()).toInstant()));
        String within = areas.tree().byKey(actor.scope().lo()).map(Area::code).orElse(null);
        return new SettlementCountView(from, counted, within);
    }

    private static Condition settledBy(Actor actor) {
        return HISTORY.ACTION.eq(ActionKind.SETTLE.name()).and(HISTORY.UNIT_ID.eq(actor.unitId()));
    }
}
