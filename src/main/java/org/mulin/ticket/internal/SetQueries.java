package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.mulin.base.AreaRange;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketSet;

/** The sets that figures count, as conditions; {@code figures.Columns} says the same without SQL. */
final class SetQueries {
    private SetQueries() {}

    /** @param own what all rates leave out as own reports: of the unit, or of the area, that is looked at */
    static Condition of(TicketSet set, Instant now, Condition own) {
        Condition open = TICKET_.STATUS.in("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
        Condition late = TICKET_.DUE_AT.lt(now);
        return switch (set) {
            case OPEN -> open;
            case OVERDUE -> open.and(late);
            case DUE_RESPONSE ->
                TICKET_.RESPONSE
                        .isNotNull()
                        .or(TICKET_.STATUS.eq("DISPATCHED").and(late))
                        .and(counted(RateKind.RESPONSE, own));
            case RESPONDED -> TICKET_.RESPONSE.eq("IN_TIME").and(counted(RateKind.RESPONSE, own));
            case JUDGED -> TICKET_.SOLVED.isNotNull().and(counted(RateKind.RESOLUTION, own));
            case SOLVED -> TICKET_.SOLVED.isTrue().and(counted(RateKind.RESOLUTION, own));
            case SCORED -> TICKET_.SATISFACTION.isNotNull().and(counted(RateKind.SATISFACTION, own));
            case SATISFIED -> TICKET_.SATISFACTION.ge(4).and(counted(RateKind.SATISFACTION, own));
            case NEUTRAL -> TICKET_.SATISFACTION.eq(3).and(counted(RateKind.SATISFACTION, own));
            case EXCLUDED -> TICKET_.EXCLUDED_FROM.isNotNull();
            case EXCLUDED_RESPONSE -> excluded(RateKind.RESPONSE);
            case EXCLUDED_RESOLUTION -> excluded(RateKind.RESOLUTION);
            case EXCLUDED_SATISFACTION -> excluded(RateKind.SATISFACTION);
            case UNREACHABLE -> unreachable();
            case UNREACHABLE_RESOLUTION -> unreachable().and(counted(RateKind.RESOLUTION, own));
            case UNREACHABLE_SATISFACTION -> unreachable().and(counted(RateKind.SATISFACTION, own));
            case OWN_REPORT -> own;
        };
    }

    /** The own reports of whoever has the lead. */
    static Condition ownOfLead() {
        return TICKET_.OWN_UNIT_IDS
                .isNotNull()
                .and(TICKET_.LEAD_UNIT_ID.isNotNull())
                .and(TICKET_.LEAD_UNIT_ID.eq(DSL.any(TICKET_.OWN_UNIT_IDS)));
    }

    /** The own reports of whoever has the lead, and of the community in which the area lies. */
    static Condition ownWithin(AreaRange area) {
        return ownOfLead()
                .or(TICKET_.OWN_AREA_KEY.isNotNull().and(DSL.val(area.lo()).startsWith(TICKET_.OWN_AREA_KEY)));
    }

    private static Condition unreachable() {
        return TICKET_.UNREACHABLE.isTrue().and(TICKET_.SOLVED.isNull());
    }

    private static Condition excluded(RateKind rate) {
        return DSL.val(rate.name()).eq(DSL.any(TICKET_.EXCLUDED_FROM));
    }

    private static Condition counted(RateKind rate, Condition own) {
        return TICKET_.EXCLUDED_FROM.isNull().or(excluded(rate).not()).andNot(own);
    }
}
