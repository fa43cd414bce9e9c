package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;

/**
 * 逾期升级: from when on a higher level supervises a late ticket, with a clock of its own; the work stays where it is.
 *
 * @param partId of the unit that is late
 * @param number 1 for the first level above it
 * @param level of the supervising unit
 * @param endedAt when the next level took over, or the unit had the ticket no longer
 */
record Escalation(
        UUID id,
        UUID ticketId,
        UUID partId,
        int number,
        AreaLevel level,
        UUID unitId,
        List<Tried> tried,
        Instant beganAt,
        Limit limit,
        Instant dueAt,
        @Nullable Instant endedAt) {}
