package org.mulin.ticket.internal;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketSet;
import org.mulin.ticket.TicketStatus;

/**
 * A {@link TicketFilter} as the desk chooses it, with whole days instead of moments; saved filters and exports keep it.
 *
 * @param to the last day, included
 */
public record ChosenFilter(
        @Nullable @Size(max = CODE_MAX) String queue,
        @Nullable TicketStatus status,
        @Nullable @Size(max = CODE_MAX) String matter,
        @Nullable @Size(max = CODE_MAX) String area,
        @Nullable @Size(max = CODE_MAX) String unit,
        @Nullable Channel channel,
        @Nullable Boolean overdue,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable @Size(max = TicketFilter.WORDS_CHARS_MAX) String q,
        @Nullable @Size(max = CODE_MAX) String sort,
        @Nullable TicketSet set) {
    private static final int CODE_MAX = 64;

    public TicketFilter in(ZoneId zone) {
        return new TicketFilter(
                queue,
                status,
                matter,
                area,
                unit,
                channel,
                overdue,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                q,
                sort,
                set);
    }
}
