package org.mulin.ticket.internal.whatif;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHAT_IF_CHANGE;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.base.Page;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.whatif.WhatIfViews.MoveRow;
import org.mulin.ticket.internal.whatif.WhatIfViews.Tally;
import org.mulin.ticket.internal.whatif.WhatIfViews.WhatIfTicketRow;
import org.springframework.stereotype.Repository;

/** Counts what a what-if found, within the reader's reach. */
@Repository
class WhatIfQueries {
    static final int GROUPS_MAX = 50;

    private static final Condition ELSEWHERE = WHAT_IF_CHANGE.FROM_UNIT_ID.isDistinctFrom(WHAT_IF_CHANGE.TO_UNIT_ID);
    private static final Condition EARLIER = WHAT_IF_CHANGE.DUE_AFTER.lt(WHAT_IF_CHANGE.DUE_BEFORE);
    private static final Condition LATER = WHAT_IF_CHANGE.DUE_AFTER.gt(WHAT_IF_CHANGE.DUE_BEFORE);
    private static final Field<Integer> ELSEWHERE_COUNT = count().filterWhere(ELSEWHERE);
    private static final Field<Integer> EARLIER_COUNT = count().filterWhere(EARLIER);
    private static final Field<Integer> LATER_COUNT = count().filterWhere(LATER);
    private static final Field<BigDecimal> EARLIER_MEDIAN = median(EARLIER);
    private static final Field<BigDecimal> LATER_MEDIAN = median(LATER);
    private static final List<Field<?>> TALLY =
            List.of(ELSEWHERE_COUNT, EARLIER_COUNT, LATER_COUNT, EARLIER_MEDIAN, LATER_MEDIAN);

    private final DSLContext sql;
    private final Names names;

    WhatIfQueries(DSLContext sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    /** Which tickets of a what-if are wanted. */
    enum WhatIfKind {
        /** 改派他单位. */
        ELSEWHERE,
        /** 期限提前. */
        EARLIER,
        /** 期限推后. */
        LATER
    }

    long tickets(UUID whatIf, AreaRange reach) {
        return sql.select(countDistinct(WHAT_IF_CHANGE.TICKET_ID))
                .from(WHAT_IF_CHANGE)
                .where(of(whatIf, reach).and(ELSEWHERE))
                .fetchSingle(row -> row.value1().longValue());
    }

    Tally tally(UUID whatIf, AreaRange reach) {
        return sql.select(TALLY).from(WHAT_IF_CHANGE).where(of(whatIf, reach)).fetchSingle(WhatIfQueries::tally);
    }

    /** From where to where, the most frequent first. */
    List<MoveRow> moves(UUID whatIf, AreaRange reach) {
        return sql.select(WHAT_IF_CHANGE.FROM_UNIT_ID, WHAT_IF_CHANGE.TO_UNIT_ID, count())
                .from(WHAT_IF_CHANGE)
                .where(of(whatIf, reach).and(ELSEWHERE))
                .groupBy(WHAT_IF_CHANGE.FROM_UNIT_ID, WHAT_IF_CHANGE.TO_UNIT_ID)
                .orderBy(count().desc(), WHAT_IF_CHANGE.FROM_UNIT_ID, WHAT_IF_CHANGE.TO_UNIT_ID)
                .limit(GROUPS_MAX)
                .fetch(row -> new MoveRow(
                        row.value1(),
                        names.unitName(row.value1()),
                        row.value2(),
                        names.unitName(row.value2()),
                        row.value3()));
    }

    /** By the code of the matter, "" where it was not known; the most changed first. */
    Map<String, Tally> byMatter(UUID whatIf, AreaRange reach) {
        return grouped(whatIf, reach, WHAT_IF_CHANGE.MATTER_CODE, GROUPS_MAX, code -> code == null ? "" : code);
    }

    /**
     * By area.
     *
     * @param keyChars how many characters of an area's key stand for the level that is wanted
     */
    Map<String, Tally> byArea(UUID whatIf, AreaRange reach, int keyChars) {
        Field<String> area = left(WHAT_IF_CHANGE.AREA_KEY, inline(keyChars));
        return grouped(whatIf, reach, area, GROUPS_MAX, key -> key == null ? "" : key);
    }

    Page<WhatIfTicketRow> page(
            UUID whatIf,
            AreaRange reach,
            @Nullable WhatIfKind kind,
            @Nullable String matter,
            @Nullable UUID toUnit,
            @Nullable UUID cursor,
            int limit) {
        Condition wanted = of(whatIf, reach)
                .and(kind == null ? noCondition() : condition(kind))
                .and(matter == null ? noCondition() : WHAT_IF_CHANGE.MATTER_CODE.eq(matter))
                .and(toUnit == null ? noCondition() : WHAT_IF_CHANGE.TO_UNIT_ID.eq(toUnit));
        if (cursor != null) {
            wanted = wanted.and(row(WHAT_IF_CHANGE.AT, WHAT_IF_CHANGE.DECISION_ID)
                    .lt(select(WHAT_IF_CHANGE.AT, WHAT_IF_CHANGE.DECISION_ID)
                            .from(WHAT_IF_CHANGE)
                            .where(WHAT_IF_CHANGE.WHAT_IF_ID.eq(whatIf), WHAT_IF_CHANGE.DECISION_ID.eq(cursor))));
        }
        List<Listed> found = sql.select(WHAT_IF_CHANGE.fields())
                .select(TICKET_.NUMBER)
                .from(WHAT_IF_CHANGE)
                .join(TICKET_)
                .on(TICKET_.ID.eq(WHAT_IF_CHANGE.TICKET_ID))
                .where(wanted)
                .orderBy(WHAT_IF_CHANGE.AT.desc(), WHAT_IF_CHANGE.DECISION_ID.desc())
                .limit(limit + 1)
                .fetch(this::listed);
        Page<Listed> page = Page.cut(found, limit, Listed::decision);
        return new Page<>(page.items().stream().map(Listed::row).toList(), page.next());
    }

    private record Listed(UUID decision, WhatIfTicketRow row) {}

    private Listed listed(Record row) {
        return new Listed(
                row.get(WHAT_IF_CHANGE.DECISION_ID),
                new WhatIfTicketRow(
                        row.get(WHAT_IF_CHANGE.TICKET_ID),
                        row.get(TICKET_.NUMBER),
                        names.matter(row.get(WHAT_IF_CHANGE.MATTER_CODE)),
                        names.area(row.get(WHAT_IF_CHANGE.AREA_KEY)),
                        row.get(WHAT_IF_CHANGE.AT),
                        names.unitName(row.get(WHAT_IF_CHANGE.FROM_UNIT_ID)),
                        names.unitName(row.get(WHAT_IF_CHANGE.TO_UNIT_ID)),
                        row.get(WHAT_IF_CHANGE.DUE_BEFORE),
                        row.get(WHAT_IF_CHANGE.DUE_AFTER),
                        row.get(WHAT_IF_CHANGE.SHIFT_MINUTES)));
    }

    private Map<String, Tally> grouped(
            UUID whatIf, AreaRange reach, Field<String> by, int limit, Function<@Nullable String, String> name) {
        Map<String, Tally> groups = new LinkedHashMap<>();
        sql.select(by)
                .select(TALLY)
                .from(WHAT_IF_CHANGE)
                .where(of(whatIf, reach))
                .groupBy(by)
                .orderBy(ELSEWHERE_COUNT.desc(), count().desc(), by)
                .limit(limit)
                .forEach(row -> groups.put(name.apply(row.get(by)), tally(row)));
        return groups;
    }

    private static Condition of(UUID whatIf, AreaRange reach) {
        return WHAT_IF_CHANGE
                .WHAT_IF_ID
                .eq(whatIf)
                .and(WHAT_IF_CHANGE.AREA_KEY.ge(reach.lo()))
                .and(WHAT_IF_CHANGE.AREA_KEY.lt(reach.hi()));
    }

    private static Condition condition(WhatIfKind kind) {
        return switch (kind) {
            case ELSEWHERE -> ELSEWHERE;
            case EARLIER -> EARLIER;
            case LATER -> LATER;
        };
    }

    private static Field<BigDecimal> median(Condition which) {
        return percentileCont(0.5)
                .withinGroupOrderBy(abs(WHAT_IF_CHANGE.SHIFT_MINUTES))
                .filterWhere(which);
    }

    private static Tally tally(Record row) {
        return new Tally(
                row.get(ELSEWHERE_COUNT),
                row.get(EARLIER_COUNT),
                row.get(LATER_COUNT),
                rounded(row.get(EARLIER_MEDIAN)),
                rounded(row.get(LATER_MEDIAN)));
    }

    private static @Nullable Long rounded(@Nullable BigDecimal minutes) {
        return minutes == null ? null : Math.round(minutes.doubleValue());
    }
}
