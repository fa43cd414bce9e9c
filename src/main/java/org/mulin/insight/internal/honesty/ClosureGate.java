package org.mulin.insight.internal.honesty;

import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.stereotype.Component;

/** Keeps what no check is about out of the outbox: most changes cost nothing here. */
@Component
class ClosureGate {
    public boolean concerns(TicketChanges changes) {
        return changes.events().stream().anyMatch(ClosureGate::isAbout);
    }

    static boolean isAbout(TicketEvent event) {
        return event instanceof TicketEvent.Resolved || event instanceof TicketEvent.Judged judged && !judged.solved();
    }
}
