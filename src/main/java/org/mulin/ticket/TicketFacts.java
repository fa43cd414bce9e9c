package org.mulin.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Point;
import org.mulin.triage.Urgency;

/**
 * 工单要素: where a ticket stands, without anyone's words.
 *
 * @param areaKey of the whole city while the place is unknown
 * @param point as given by the author; null when none was
 * @param unitId of the unit that has, or last had, the lead
 * @param authorIds accounts of those who filed it and have not withdrawn; authors without an account are not in it
 */
public record TicketFacts(
        UUID id,
        String number,
        TicketStatus status,
        Channel channel,
        @Nullable String matterCode,
        Urgency urgency,
        String areaKey,
        boolean placed,
        @Nullable Point point,
        @Nullable UUID unitId,
        Instant openedAt,
        @Nullable Instant dueAt,
        boolean confidential,
        List<UUID> authorIds) {
    public TicketFacts {
        authorIds = List.copyOf(authorIds);
    }
}
