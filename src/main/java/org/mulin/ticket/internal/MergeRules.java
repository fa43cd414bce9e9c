package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;

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
     * reopened more often goes on, so that no verdict counts in a round that its author did not judge. And nobody
     * waits longer for being merged: what is due first goes on.
     */
    static @Nullable Refused between(Ticket kept, Ticket from) {
        if (from.round() > kept.round()) {
            return Refused.of("merge-round", from.number(), kept.number());
        }
        if (kept.status() == TicketStatus.TRIAGE && from.status().isWithUnit()) {
            return Refused.of("merge-untriaged", from.number(), kept.number());
        }
        Instant due = from.dueAt();
        Instant keptDue = kept.dueAt();
        return due != null && (keptDue == null || keptDue.isAfter(due))
                ? Refused.of("merge-sooner-due", from.number(), kept.number())
                : null;
    }
}
