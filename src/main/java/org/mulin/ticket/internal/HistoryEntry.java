package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketStatus;

/**
 * 流转记录: one step of a ticket's life; the steps together explain its state.
 *
 * @param number 1, 2, 3 … within the ticket; the ticket's version after the step
 * @param from null for the first
 * @param appealId the actor's own appeal when an author acted
 */
record HistoryEntry(
        UUID id,
        long number,
        Instant at,
        By by,
        TicketRole role,
        ActionKind action,
        @Nullable TicketStatus from,
        TicketStatus to,
        @Nullable UUID appealId,
        @Nullable String words,
        List<UUID> photoIds,
        Map<String, String> facts) {}
