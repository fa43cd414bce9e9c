package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketSet;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.FilterQueries.ListOrder;

/**
 * What a list of tickets asks for; what is null does not narrow it.
 *
 * @param queue {@code unit}: open work of the actor's unit; {@code done}: what it has done;
 *     {@code area}: open work in its area, whoever has it, but nothing confidential;
 *     {@code reported}: what it has brought in; {@code supervised}: escalated to it;
 *     {@code triage}: what people must decide; {@code all}
 * @param area code; everything below it too
 * @param unit code of the unit that has the lead
 * @param from opened at or after
 * @param to opened before
 * @param q words, all of which one appeal holds, or the beginning of a number
 * @param set those that a figure counts
 * @param sort {@code due}: by deadline, what is over after all that is open; {@code -opened}: newest first
 */
public record TicketFilter(
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
        @Nullable String sort,
        @Nullable TicketSet set) {

    /** Longer than anybody searches for. */
    public static final int WORDS_CHARS_MAX = 100;

    private static final Pattern GAPS = Pattern.compile("[\\s\\u3000]+");
    /** More than anybody types; bounds the query. */
    private static final int TERMS_MAX = 6;

    public TicketFilter {
        if (q != null && q.length() > WORDS_CHARS_MAX) {
            throw Malformed.of("q", "field-too-long", WORDS_CHARS_MAX);
        }
    }

    /** What is sought, word by word; empty when nothing is. */
    List<String> terms() {
        return q == null
                ? List.of()
                : GAPS.splitAsStream(q)
                        .filter(term -> !term.isEmpty())
                        .distinct()
                        .limit(TERMS_MAX)
                        .toList();
    }

    public ListOrder order() {
        return switch (sort == null ? "due" : sort) {
            case "due" ->
                switch (queue == null ? "all" : queue) {
                    case "triage" -> ListOrder.DANGER_FIRST;
                    case "unit" -> ListOrder.DUE;
                    default -> ListOrder.OPEN_FIRST;
                };
            case "-opened" -> ListOrder.NEWEST;
            default -> throw Malformed.of("sort", "field-invalid");
        };
    }
}
