package org.mulin.admission.internal;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.toChar;
import static org.mulin.admission.internal.db.Tables.CHORE;
import static org.mulin.admission.internal.db.Tables.TASK;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.BurdenViews.BurdenMonthRow;
import org.mulin.admission.internal.BurdenViews.BurdenSum;
import org.mulin.admission.internal.BurdenViews.BurdenUnitRow;
import org.mulin.admission.internal.BurdenViews.BurdenView;
import org.mulin.area.Area;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.policy.Policy;
import org.mulin.ticket.OutsideDuty;
import org.springframework.stereotype.Repository;

/** Adds up what was asked of communities; everything is counted from the rows that the lists show. */
@Repository
class BurdenQueries {
    private static final int MONTHS_USUAL = 6;
    private static final int MONTHS_MAX = 36;
    private static final int ROWS_MAX = 100;
    private static final BurdenSum NOTHING =
            new BurdenSum(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);

    private final DSLContext sql;
    private final Positions positions;
    private final OutsideDuty outsideDuty;
    private final Policy policy;
    private final Clock clock;

    BurdenQueries(DSLContext sql, Positions positions, OutsideDuty outsideDuty, Policy policy, Clock clock) {
        this.sql = sql;
        this.positions = positions;
        this.outsideDuty = outsideDuty;
        this.policy = policy;
        this.clock = clock;
    }

    /** Which rows count: those of communities in a range, asked by a unit (null: any), on some days. */
    private record Counted(AreaRange range, @Nullable UUID unitId, LocalDate from, LocalDate to) {
        Condition tasks() {
            return sent().and(TASK.STATUS.notIn(CommunityTaskRepository.NOT_OF_THE_LIST));
        }

        /** Sent under a line of the list, and not what the line says. */
        Condition returned() {
            return sent().and(TASK.STATUS.eq(CommunityTaskStatus.RETURNED.name()));
        }

        private Condition sent() {
            return AdmissionReachQueries.within(TASK.AREA_KEY, range)
                    .and(TASK.SENT_DAY.between(from, to))
                    .and(unitId == null ? noCondition() : TASK.SENDER_UNIT_ID.eq(unitId));
        }

        Condition chores() {
            return AdmissionReachQueries.within(CHORE.AREA_KEY, range)
                    .and(CHORE.DAY.between(from, to))
                    .and(CHORE.CANCELLED_AT.isNull())
                    .and(unitId == null ? noCondition() : CHORE.FOR_UNIT_ID.eq(unitId));
        }

        OutsideDuty.Wanted appeals() {
            return new OutsideDuty.Wanted(range, unitId, null, from, to);
        }
    }

    BurdenView burden(
            Actor actor,
            @Nullable String areaCode,
            @Nullable UUID unitId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        actor.require(AdmissionRights.READ);
        LocalDate last =
                to == null ? LocalDate.ofInstant(clock.instant(), policy.city().zone()) : to;
        LocalDate first = from == null ? last.minusMonths(MONTHS_USUAL - 1L).withDayOfMonth(1) : from;
        if (first.isAfter(last) || first.plusMonths(MONTHS_MAX).isBefore(last)) {
            throw Malformed.of("from", "burden-days", MONTHS_MAX);
        }
        AreaRange range = positions.overseen(actor);
        String name = positions.areaName(range.lo());
        if (areaCode != null) {
            Area area = positions.area(actor, areaCode, "areaCode");
            range = range.contains(area.key()) ? AreaRange.of(area.key()) : AreaRange.NONE;
            name = area.name();
        }
        var counted = new Counted(range, unitId, first, last);
        List<OutsideDuty.Sum> appeals = outsideDuty.sums(counted.appeals());
        Map<String, BurdenSum> months = months(counted, appeals);
        return new BurdenView(
                first,
                last,
                name,
                range.equals(AreaRange.NONE) ? 0 : positions.communities(range).size(),
                months.values().stream().reduce(NOTHING, BurdenQueries::plus),
                Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(YearMonth.from(last)))
                        .map(month ->
                                new BurdenMonthRow(month.toString(), months.getOrDefault(month.toString(), NOTHING)))
                        .toList(),
                rows(byUnit(counted, appeals)),
                rows(byCommunity(counted, appeals)));
    }

    private static BurdenSum plus(BurdenSum one, BurdenSum other) {
        return new BurdenSum(
                one.tasks() + other.tasks(),
                one.forms() + other.forms(),
                one.hours().add(other.hours()),
                one.outside() + other.outside(),
                one.outsideHours().add(other.outsideHours()),
                one.chores() + other.chores(),
                one.choreHours().add(other.choreHours()),
                one.appeals() + other.appeals());
    }

    private Map<String, BurdenSum> months(Counted counted, List<OutsideDuty.Sum> appeals) {
        Map<String, BurdenSum> sums = new HashMap<>();
        addTasks(sums, toChar(TASK.SENT_DAY, inline("YYYY-MM")), counted);
        addChores(sums, toChar(CHORE.DAY, inline("YYYY-MM")), counted, noCondition());
        addAppeals(sums, appeals, each -> each.month().toString());
        return sums;
    }

    /** Who asks: by the list, and outside of it. */
    private Map<UUID, BurdenSum> byUnit(Counted counted, List<OutsideDuty.Sum> appeals) {
        Map<UUID, BurdenSum> sums = new HashMap<>();
        addTasks(sums, TASK.SENDER_UNIT_ID, counted);
        addChores(sums, CHORE.FOR_UNIT_ID, counted, CHORE.FOR_UNIT_ID.isNotNull());
        addAppeals(sums, appeals, OutsideDuty.Sum::byUnitId);
        return sums;
    }

    private Map<UUID, BurdenSum> byCommunity(Counted counted, List<OutsideDuty.Sum> appeals) {
        Map<UUID, BurdenSum> sums = new HashMap<>();
        addTasks(sums, TASK.UNIT_ID, counted);
        addChores(sums, CHORE.UNIT_ID, counted, noCondition());
        addAppeals(sums, appeals, OutsideDuty.Sum::communityId);
        return sums;
    }

    private <K> void addTasks(Map<K, BurdenSum> sums, Field<K> by, Counted counted) {
        sql.select(by, count(), sum(TASK.FORMS), sum(coalesce(TASK.HOURS_SPENT, TASK.HOURS_ASKED)))
                .from(TASK)
                .where(counted.tasks())
                .groupBy(by)
                .forEach(row -> sums.merge(
                        row.value1(),
                        new BurdenSum(
                                row.value2(),
                                row.value3().intValue(),
                                row.value4(),
                                0,
                                BigDecimal.ZERO,
                                0,
                                BigDecimal.ZERO,
                                0),
                        BurdenQueries::plus));
        sql.select(by, count())
                .from(TASK)
                .where(counted.returned())
                .groupBy(by)
                .forEach(row -> sums.merge(row.value1(), outside(row.value2(), BigDecimal.ZERO), BurdenQueries::plus));
    }

    private <K> void addChores(Map<K, BurdenSum> sums, Field<K> by, Counted counted, Condition which) {
        Field<Boolean> asked = field(CHORE.FOR_UNIT_ID.isNotNull());
        sql.select(by, asked, count(), sum(CHORE.HOURS))
                .from(CHORE)
                .where(counted.chores(), which)
                .groupBy(by, asked)
                .forEach(row -> sums.merge(
                        row.value1(),
                        row.value2() ? outside(row.value3(), row.value4()) : chores(row.value3(), row.value4()),
                        BurdenQueries::plus));
    }

    private static <K> void addAppeals(
            Map<K, BurdenSum> sums, List<OutsideDuty.Sum> appeals, Function<OutsideDuty.Sum, K> by) {
        for (OutsideDuty.Sum each : appeals) {
            var moved = new BurdenSum(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, each.times());
            sums.merge(by.apply(each), moved, BurdenQueries::plus);
        }
    }

    private static BurdenSum outside(int times, BigDecimal hours) {
        return new BurdenSum(0, 0, BigDecimal.ZERO, times, hours, 0, BigDecimal.ZERO, 0);
    }

    private static BurdenSum chores(int times, BigDecimal hours) {
        return new BurdenSum(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, times, hours, 0);
    }

    /** The heaviest first. */
    private List<BurdenUnitRow> rows(Map<UUID, BurdenSum> sums) {
        return sums.entrySet().stream()
                .map(entry -> new BurdenUnitRow(entry.getKey(), positions.unitName(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing((BurdenUnitRow row) -> row.sum()
                                .hours()
                                .add(row.sum().outsideHours())
                                .add(row.sum().choreHours()))
                        .thenComparing(row -> row.sum().appeals())
                        .reversed()
                        .thenComparing(BurdenUnitRow::unitName))
                .limit(ROWS_MAX)
                .toList();
    }
}
