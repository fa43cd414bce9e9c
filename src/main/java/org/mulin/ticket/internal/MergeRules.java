package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.triage.Urgency;

/** Which tickets may be merged, and which of them may go on. */
final class MergeRules {
    static final String EXCLUSION_OPEN = "merge-exclusion-open";

    private MergeRules() {}

    /**
     * Why the ticket can have no such part in a merge now; null when nothing is in the way.
     *
     * @param side MERGE of a ticket that becomes part of another one, ABSORB of the one that goes on
     * @param busy refusals by ticket: what others are about to decide or to do about it
     */
    static @Nullable Refused obstacle(
            Ticket ticket, ActionKind side, Actor actor, Instant now, Map<UUID, String> busy) {
        if (ticket.status() != TicketStatus.TRIAGE && !ticket.status().isWithUnit()) {
            return Refused.of("merge-not-open", ticket.number(), ticket.status().textCode());
        }
        if (!TicketWorkflow.allowed(ticket, By.of(actor, ticket), now).contains(side)) {
            return Refused.of("merge-not-yours", ticket.number());
        }
        String code = ticket.isReturned() ? "merge-return-open" : busy.get(ticket.id());
        // whoever works on it goes on doing so; only what the rates leave out must not grow meanwhile
        boolean inTheWay = side == ActionKind.MERGE || EXCLUSION_OPEN.equals(code);
        return code == null || !inTheWay ? null : Refused.of(code, ticket.number());
    }

    /**
     * Why the one cannot become part of the other. What a unit works on does not go back to where nobody does. What was
     * reopened more often goes on, so that no verdict counts in a round that its author did not judge. And no
     * unit gains time by merging its own work.
     */
    static @Nullable Refused between(Ticket kept, Ticket from, Actor actor) {
        if (from.round() > kept.round()) {
            return Refused.of("merge-round", from.number(), kept.number());
        }
        if (kept.status() == TicketStatus.TRIAGE && from.status().isWithUnit()) {
            return Refused.of("merge-untriaged", from.number(), kept.number());
        }
        boolean dispatcher = By.of(actor, from).roles().contains(TicketRole.DISPATCHER);
        Instant due = from.dueAt();
        Instant keptDue = kept.dueAt();
        return !dispatcher && due != null && (keptDue == null || keptDue.isAfter(due))
                ? Refused.of("merge-sooner-due", from.number(), kept.number())
                : null;
    }

    /** Why the one is too urgent to become part of the other; null when it is not. */
    static @Nullable Refused urgency(TicketRecord kept, TicketRecord from) {
        return Urgency.valueOf(from.getUrgency()).compareTo(Urgency.valueOf(kept.getUrgency())) > 0
                ? Refused.of("merge-urgent", from.getNumber(), kept.getNumber())
                : null;
    }
}
