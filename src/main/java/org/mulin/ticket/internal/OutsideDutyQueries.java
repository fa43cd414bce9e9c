package org.mulin.ticket.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.toChar;
import static org.mulin.ticket.internal.db.Tables.OUTSIDE_DUTY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.YearMonth;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Page;
import org.mulin.ticket.OutsideDuty;
import org.springframework.stereotype.Repository;

/** Reads what was moved to communities outside of their duty. */
@Repository
class OutsideDutyQueries implements OutsideDuty {
    private final DSLContext sql;
    private final Names names;

    OutsideDutyQueries(DSLContext sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    @Override
    public List<Sum> sums(Wanted wanted) {
        Field<String> month = toChar(OUTSIDE_DUTY.DAY, inline("YYYY-MM"));
        return sql.select(month, OUTSIDE_DUTY.BY_UNIT_ID, OUTSIDE_DUTY.COMMUNITY_ID, count())
                .from(OUTSIDE_DUTY)
                .where(these(wanted))
                .groupBy(month, OUTSIDE_DUTY.BY_UNIT_ID, OUTSIDE_DUTY.COMMUNITY_ID)
                .fetch(row -> new Sum(YearMonth.parse(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    @Override
    public Page<Moved> page(Wanted wanted, @Nullable String cursor, int limit) {
        List<Moved> found = sql.select(
                        OUTSIDE_DUTY.ID,
                        OUTSIDE_DUTY.TICKET_ID,
                        TICKET_.NUMBER,
                        OUTSIDE_DUTY.MATTER_CODE,
                        OUTSIDE_DUTY.BY_UNIT_ID,
                        OUTSIDE_DUTY.COMMUNITY_ID,
                        OUTSIDE_DUTY.DAY)
                .from(OUTSIDE_DUTY)
                .join(TICKET_)
                .on(TICKET_.ID.eq(OUTSIDE_DUTY.TICKET_ID))
                .where(these(wanted), cursor == null ? noCondition() : OUTSIDE_DUTY.ID.lt(Page.cursorId(cursor)))
                .orderBy(OUTSIDE_DUTY.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new Moved(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        names.matter(row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7()));
        return Page.cut(found, limit, Moved::id);
    }

    private static Condition these(Wanted wanted) {
        Condition within = OUTSIDE_DUTY
                .AREA_KEY
                .ge(wanted.range().lo())
                .and(OUTSIDE_DUTY.AREA_KEY.lt(wanted.range().hi()));
        return within.and(OUTSIDE_DUTY.DAY.between(wanted.from(), wanted.to()))
                .and(wanted.byUnitId() == null ? noCondition() : OUTSIDE_DUTY.BY_UNIT_ID.eq(wanted.byUnitId()))
                .and(wanted.communityId() == null ? noCondition() : OUTSIDE_DUTY.COMMUNITY_ID.eq(wanted.communityId()));
    }
}
