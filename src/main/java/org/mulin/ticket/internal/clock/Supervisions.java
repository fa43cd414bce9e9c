package org.mulin.ticket.internal.clock;

import static org.mulin.ticket.internal.clock.DeferralService.HANDLE;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.springframework.stereotype.Service;

/** 督办: what the unit to which a ticket went up tells the one that has the work. */
@Service
class Supervisions {
    private final OnceOnly once;
    private final ClockSteps steps;
    private final EscalationRepository escalations;
    private final Clock clock;

    Supervisions(OnceOnly once, ClockSteps steps, EscalationRepository escalations, Clock clock) {
        this.once = once;
        this.steps = steps;
        this.escalations = escalations;
        this.clock = clock;
    }

    private record Done(UUID ticketId) {}

    void direct(Actor actor, UUID ticketId, long version, String key, String words) {
        once.run(actor, key, Done.class, () -> {
            Clocked ticket = steps.find(ticketId, actor);
            if (ticket.version() != version) {
                throw new Stale(ticket.version());
            }
            if (!maySupervise(actor, ticketId)) {
                throw Refused.of("supervision-not-yours");
            }
            steps.bySupervisor(
                    actor,
                    ticketId,
                    new ClockSteps.Deed(ActionKind.SUPERVISE, words, Map.of(), null, null),
                    clock.instant());
            return new Done(ticketId);
        });
    }

    /** Every level that it went up to may, also after the next one took over. */
    boolean maySupervise(Actor actor, UUID ticketId) {
        Clocked ticket = steps.find(ticketId, actor);
        return actor.has(HANDLE)
                && escalations.ofTicket(ticketId).stream()
                        .anyMatch(each -> each.unitId().equals(actor.unitId())
                                && each.partId().equals(ticket.leadPartId()));
    }
}
