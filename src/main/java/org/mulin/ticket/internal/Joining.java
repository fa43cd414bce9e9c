package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.ticket.TicketChanges;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 并入: one more author's appeal becomes part of an open ticket, with a query code and a verdict of its own. */
@Component
class Joining {
    private final IntakeService intake;
    private final IntakeRepository intakes;
    private final TicketRepository tickets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Joining(
            IntakeService intake,
            IntakeRepository intakes,
            TicketRepository tickets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.intake = intake;
        this.intakes = intakes;
        this.tickets = tickets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param taking the clerk, or the author
     * @return the appeal
     */
    UUID join(Actor taking, Ticket ticket, NewAppeal appeal) {
        Instant now = clock.instant();
        UUID appealId = Ids.next();
        TicketAction join = new TicketAction.Join(new Appeal(appealId, appeal.authorId(), false, null));
        TicketWorkflow.Applied joined = TicketWorkflow.apply(ticket, join, By.taking(taking), now);
        tickets.save(ticket, joined, join);
        intakes.insertJoined(appeal, appealId, ticket.id(), intake.newQueryCode(), now);
        events.publishEvent(new TicketChanges(TicketEvents.of(ticket, join, joined)));
        return appealId;
    }
}
