package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.ClockSteps.Deed;
import org.springframework.stereotype.Component;

/** Steps that the rules take of many tickets at once, in a transaction that is running already. */
@Component
public class RuleSteps {
    private final TicketRepository tickets;
    private final TicketReadQueries reading;

    RuleSteps(TicketRepository tickets, TicketReadQueries reading) {
        this.tickets = tickets;
        this.reading = reading;
    }

    /** Those of the tickets that a unit works on; the caller holds their rows. */
    public List<Clocked> working(Collection<UUID> ticketIds) {
        return reading.findAll(ticketIds, Actor.SYSTEM).stream()
                .filter(ticket -> ticket.status().isWithUnit())
                .map(Clocked::of)
                .toList();
    }

    /**
     * Steps of many tickets by the rules, which leave deadlines alone; the caller holds their rows.
     *
     * @return their events, for the caller to tell
     */
    public List<TicketEvent> bySystem(Map<UUID, Deed> deeds, Instant now) {
        Map<UUID, HistoryEntry> entries = new HashMap<>();
        List<TicketEvent> events = new ArrayList<>();
        for (Ticket ticket : reading.findAll(deeds.keySet(), Actor.SYSTEM)) {
            TicketAction action = known(deeds::get, ticket.id()).action();
            TicketWorkflow.Applied applied = TicketWorkflow.apply(ticket, action, ClockSteps.SYSTEM, now);
            entries.put(ticket.id(), applied.entry());
            events.addAll(TicketEvents.of(ticket, action, applied));
        }
        tickets.saveSteps(entries, now);
        return events;
    }

    private static Deed known(Function<UUID, @Nullable Deed> deeds, UUID ticketId) {
        Deed deed = deeds.apply(ticketId);
        if (deed == null) {
            throw new IllegalStateException("nobody asked for a step of " + ticketId);
        }
        return deed;
    }
}
