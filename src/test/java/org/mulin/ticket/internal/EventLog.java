package org.mulin.ticket.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears in tests what tickets publish; a plain listener, so that no outbox row is written for it. */
@Component
class EventLog {
    private final List<TicketEvent> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(TicketChanges changes) {
        heard.addAll(changes.events());
    }

    List<TicketEvent> of(String ticketId) {
        UUID id = UUID.fromString(ticketId);
        return heard.stream().filter(event -> event.ticketId().equals(id)).toList();
    }
}
