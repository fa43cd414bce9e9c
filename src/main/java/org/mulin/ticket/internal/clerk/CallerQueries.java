package org.mulin.ticket.internal.clerk;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.ReachQueries;
import org.mulin.ticket.internal.clerk.ClerkViews.CallerTicket;
import org.springframework.stereotype.Repository;

/** Tickets by the blind index of a phone; the caller of this has checked who asks and keeps the trail. */
@Repository
class CallerQueries {
    private static final int TICKETS_MAX = 10;

    private final DSLContext sql;
    private final Names names;

    CallerQueries(DSLContext sql, Names names) {
        this.sql = sql;
        this.names = names;
    }

    /** Newest first. */
    List<CallerTicket> by(byte[] phoneIndex, Actor clerk) {
        Condition opens = ReachQueries.of(clerk);
        var readable = DSL.field(opens);
        return sql.select(
                        TICKET_.ID,
                        TICKET_.NUMBER,
                        TICKET_.STATUS,
                        TICKET_.MATTER_CODE,
                        TICKET_.LEAD_UNIT_ID,
                        APPEAL.SUBMITTED_AT,
                        TICKET_.DUE_AT,
                        readable)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.CONTACT_PHONE_INDEX.eq(phoneIndex), ReachQueries.atIntake(clerk))
                .orderBy(APPEAL.SUBMITTED_AT.desc(), APPEAL.ID.asc())
                .limit(TICKETS_MAX)
                .fetch(row -> {
                    TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
                    return new CallerTicket(
                            row.get(readable) ? row.get(TICKET_.ID) : null,
                            row.get(TICKET_.NUMBER),
                            status,
                            names.matter(row.get(TICKET_.MATTER_CODE)),
                            names.unitName(row.get(TICKET_.LEAD_UNIT_ID)),
                            row.get(APPEAL.SUBMITTED_AT),
                            status.isWithUnit() ? row.get(TICKET_.DUE_AT) : null);
                });
    }
}
