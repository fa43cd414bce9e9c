package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketEvent;
import org.springframework.stereotype.Component;

/** What the sub-domain of clocks sees of tickets, and the steps it takes by their table. */
@Component
public class ClockSteps {
    private static final By SYSTEM = new By(Actor.SYSTEM, EnumSet.of(TicketRole.SYSTEM), null);

    private final TicketRepository tickets;
    private final TicketReadQueries reading;
    private final StepTaker steps;

    ClockSteps(TicketRepository tickets, TicketReadQueries reading, StepTaker steps) {
        this.tickets = tickets;
        this.reading = reading;
        this.steps = steps;
    }

    /**
     * A ticket whose clock somebody looks at.
     *
     * @param leadUnitId whose work it is; null while nobody works
     */
    public record Clocked(
            UUID id,
            String number,
            String areaKey,
            @Nullable UUID leadUnitId,
            @Nullable UUID leadPartId,
            @Nullable Instant dueAt,
            long version) {
        static Clocked of(Ticket ticket) {
            return new Clocked(
                    ticket.id(),
                    ticket.number(),
                    ticket.areaKey(),
                    ticket.lead().map(Part::unitId).orElse(null),
                    ticket.lead().map(Part::id).orElse(null),
                    ticket.dueAt(),
                    ticket.version());
        }
    }

    /**
     * @param dueAt when the ticket is due from now on; null leaves deadline and pause as they are
     * @param pausedUntil until when the clock stands still; null when it runs
     */
    public record Deed(
            ActionKind kind,
            @Nullable String words,
            Map<String, String> facts,
            @Nullable Instant dueAt,
            @Nullable Instant pausedUntil) {
        private TicketAction action() {
            return new TicketAction.Clocked(kind, words, facts, dueAt, pausedUntil);
        }
    }

    /** @throws Absent when there is none, or none for this actor */
    public Clocked find(UUID ticketId, Actor actor) {
        return Clocked.of(tickets.find(ticketId, actor));
    }

    /** By the unit that has the lead, in the caller's transaction. */
    public void byHandler(Actor actor, UUID ticketId, Deed deed, Instant now) {
        Ticket ticket = tickets.find(ticketId, actor);
        steps.step(ticket, StepTaker.Planned.of(deed.action()), By.of(actor, ticket), now);
    }

    /** By a unit of a higher level; the caller knows that it may. */
    public void bySupervisor(Actor actor, UUID ticketId, Deed deed, Instant now) {
        By by = new By(actor, EnumSet.of(TicketRole.SUPERVISOR), null);
        steps.step(tickets.find(ticketId, actor), StepTaker.Planned.of(deed.action()), by, now);
    }

    public void bySystem(UUID ticketId, Deed deed, Instant now) {
        steps.step(tickets.find(ticketId, Actor.SYSTEM), StepTaker.Planned.of(deed.action()), SYSTEM, now);
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
            TicketWorkflow.Applied applied = TicketWorkflow.apply(ticket, action, SYSTEM, now);
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
