package org.mulin.ticket.internal.clerk;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.mulin.base.Sealing;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionRepository;
import org.mulin.ticket.internal.DecisionViews;
import org.mulin.ticket.internal.DecisionViews.DecisionView;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.clerk.ClerkViews.IntakeReceipt;
import org.springframework.stereotype.Repository;

/** What a clerk reads out after taking an appeal; callers have just written it. */
@Repository
class ReceiptQueries {
    private final DSLContext sql;
    private final Sealing sealing;
    private final DecisionRepository decisions;
    private final DecisionViews views;
    private final Names names;

    ReceiptQueries(DSLContext sql, Sealing sealing, DecisionRepository decisions, DecisionViews views, Names names) {
        this.sql = sql;
        this.sealing = sealing;
        this.decisions = decisions;
        this.views = views;
        this.names = names;
    }

    IntakeReceipt receipt(UUID appealId) {
        Record row = sql.select(TICKET_.asterisk(), APPEAL.QUERY_CODE_SEALED)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .where(APPEAL.ID.eq(appealId))
                .fetchSingle();
        UUID ticketId = row.get(TICKET_.ID);
        TicketStatus status = TicketStatus.valueOf(row.get(TICKET_.STATUS));
        DecisionView decision = views.view(decisions.last(ticketId).orElseThrow());
        return new IntakeReceipt(
                decision.dangers(),
                ticketId,
                appealId,
                row.get(TICKET_.NUMBER),
                sealing.open(row.get(APPEAL.QUERY_CODE_SEALED)),
                status,
                names.matter(row.get(TICKET_.MATTER_CODE)),
                row.get(TICKET_.PLACED) ? names.area(row.get(TICKET_.AREA_KEY)) : null,
                names.finding(row.get(TICKET_.LEAD_UNIT_ID)),
                status.isWithUnit() ? row.get(TICKET_.DUE_AT) : null,
                status.isWithUnit() ? decision.dutyEntry() : null,
                status == TicketStatus.DECLINED ? List.of() : decision.reasons(),
                row.get(TICKET_.APPEAL_COUNT));
    }
}
