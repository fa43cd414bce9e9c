package org.mulin.ticket;

import java.util.List;

/**
 * 工单变动: everything that one transaction did to tickets, in order. Other modules listen to this and not to single
 * events: an import writes hundreds of tickets at once, and each listener costs one outbox row for each
 * thing published.
 *
 * @param events at least one
 */
public record TicketChanges(List<TicketEvent> events) {
    public TicketChanges {
        events = List.copyOf(events);
    }
}
