package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mulin.ticket.TicketEvent;

/** The steps of a new ticket before anything is written: registered, then taken on by the rules of the table. */
final class FirstSteps {
    private final Instant now;
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private Ticket ticket;

    private FirstSteps(Ticket blank, Instant now) {
        this.ticket = blank;
        this.now = now;
    }

    static FirstSteps register(Ticket blank, By by, Instant now) {
        FirstSteps steps = new FirstSteps(blank, now);
        steps.keep(new TicketAction.Register(), TicketWorkflow.register(blank, by, now));
        return steps;
    }

    FirstSteps then(TicketAction action, By by) {
        keep(action, TicketWorkflow.apply(ticket, action, by, now));
        return this;
    }

    private void keep(TicketAction action, TicketWorkflow.Applied applied) {
        events.addAll(TicketEvents.of(ticket, action, applied));
        history.add(applied.entry());
        ticket = applied.ticket();
    }

    Ticket ticket() {
        return ticket;
    }

    List<HistoryEntry> history() {
        return List.copyOf(history);
    }

    List<TicketEvent> events() {
        return List.copyOf(events);
    }
}
