package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.springframework.stereotype.Component;

/** What the sub-domain of clocks sees of tickets, and the steps it takes by their table. */
@Component
public class ClockSteps {
    static final By SYSTEM = new By(Actor.SYSTEM, EnumSet.of(TicketRole.SYSTEM), null);

    private final TicketRepository tickets;
    private final StepTaker steps;

    ClockSteps(TicketRepository tickets, StepTaker steps) {
        this.tickets = tickets;
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
        TicketAction action() {
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
}
