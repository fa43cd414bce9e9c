package org.mulin.ticket.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Urgency;

/**
 * A new appeal with the ticket made for it, ready to be written, and what it will tell.
 *
 * @param own null unless a community or grid has seen it itself
 */
record Registration(
        NewAppeal appeal,
        UUID appealId,
        String queryCode,
        Urgency urgency,
        Ticket ticket,
        List<HistoryEntry> history,
        List<TicketEvent> events,
        StoredDecision stored,
        @Nullable OwnReport own) {}
