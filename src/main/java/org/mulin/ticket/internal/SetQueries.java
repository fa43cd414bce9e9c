package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Instant;
import org.jooq.Condition;
import org.mulin.ticket.TicketSet;

/** The sets that figures count, as conditions; {@code figures.Columns} says the same without SQL. */
final class SetQueries {
    private SetQueries() {}

    static Condition of(TicketSet set, Instant now) {
        Condition open = TICKET_.STATUS.in("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
        Condition late = TICKET_.DUE_AT.lt(now);
        return switch (set) {
            case OPEN -> open;
            case OVERDUE -> open.and(late);
            case DUE_RESPONSE ->
                TICKET_.RESPONSE.isNotNull().or(TICKET_.STATUS.eq("DISPATCHED").and(late));
            case RESPONDED -> TICKET_.RESPONSE.eq("IN_TIME");
            case JUDGED -> TICKET_.SOLVED.isNotNull();
            case SOLVED -> TICKET_.SOLVED.isTrue();
            case SATISFIED -> TICKET_.SATISFACTION.ge(4);
            case NEUTRAL -> TICKET_.SATISFACTION.eq(3);
        };
    }
}
