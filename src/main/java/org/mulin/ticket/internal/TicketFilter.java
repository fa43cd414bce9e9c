package org.mulin.ticket.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tickets asks for; what is null does not narrow it.
 *
 * @param queue {@code unit}: open work of the actor's unit; {@code triage}: what people must decide; {@code all}
 * @param area code; everything below it too
 * @param unit code of the unit that has the lead
 * @param from opened at or after
 * @param to opened before
 * @param q words, or the beginning of a number
 * @param sort {@code due}: by deadline; {@code -opened}: newest first
 */
record TicketFilter(
        @Nullable String queue,
        @Nullable TicketStatus status,
        @Nullable String matter,
        @Nullable String area,
        @Nullable String unit,
        @Nullable Channel channel,
        @Nullable Boolean overdue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String q,
        @Nullable String sort) {

    boolean byDeadline() {
        return !"-opened".equals(sort);
    }
}
