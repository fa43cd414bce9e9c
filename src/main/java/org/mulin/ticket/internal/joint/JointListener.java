package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps kick-backs and whistles in step with their tickets, in the transaction of the ticket's own step. Batches make
 * neither, so they cost nothing here.
 */
@Component
class JointListener {
    private final ObjectionRepository objections;
    private final WhistleService whistles;

    JointListener(ObjectionRepository objections, WhistleService whistles) {
        this.objections = objections;
        this.whistles = whistles;
    }

    @EventListener
    void on(TicketChanges changes) {
        changes.events().forEach(this::take);
    }

    private void take(TicketEvent event) {
        switch (event) {
            case TicketEvent.Returned by -> objections.returned(by.ticketId(), by.unitId(), by.at());
            case TicketEvent.Dispatched to when !to.automatic() -> decided(to.ticketId(), to.unitId(), to.at());
            case TicketEvent.SentBack to -> decided(to.ticketId(), to.unitId(), to.at());
            case TicketEvent.Declined no -> ended(no.ticketId(), ObjectionStatus.UPHELD, no.at());
            case TicketEvent.Withdrawn gone
            when gone.whole() -> ended(gone.ticketId(), ObjectionStatus.LAPSED, gone.at());
            case TicketEvent.Resolved done -> whistles.leave(done.ticketId(), done.at());
            case TicketEvent.Closed over -> whistles.leave(over.ticketId(), over.at());
            case TicketEvent.Merged into -> whistles.leave(into.ticketId(), into.at());
            default -> {}
        }
    }

    /** Whoever sends a returned ticket back to the same unit finds the return wrong, by whichever step. */
    private void decided(UUID ticketId, UUID unitId, Instant at) {
        objections
                .openReturn(ticketId)
                .ifPresent(raisedBy -> objections.decideReturn(
                        ticketId,
                        raisedBy.equals(unitId) ? ObjectionStatus.REFUSED : ObjectionStatus.UPHELD,
                        unitId,
                        at));
    }

    private void ended(UUID ticketId, ObjectionStatus how, Instant at) {
        if (objections.openReturn(ticketId).isPresent()) {
            objections.decideReturn(ticketId, how, null, at);
        }
        whistles.lapse(Actor.SYSTEM, ticketId, at);
        whistles.leave(ticketId, at);
    }
}
