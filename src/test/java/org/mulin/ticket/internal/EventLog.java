package org.mulin.ticket.internal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mulin.ticket.TicketEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears in tests what tickets publish, once it is committed. */
@Component
class EventLog {
    private final List<TicketEvent> heard = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void hear(TicketEvent event) {
        heard.add(event);
    }

    List<TicketEvent> of(String ticketId) {
        UUID id = UUID.fromString(ticketId);
        return heard.stream().filter(event -> event.ticketId().equals(id)).toList();
    }
}
