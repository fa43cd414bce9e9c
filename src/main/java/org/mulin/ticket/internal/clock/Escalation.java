package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.EscalationCause;

/**
 * 升级督办: from when on a higher level supervises a ticket that is late or was not solved, with a clock of its own; the
 * work stays where it is.
 *
 * @param cause why
 * @param partId of the unit that has the work
 * @param number 1 for the first that supervises this part
 * @param level of the supervising unit
 * @param endedAt when the next level took over, or the unit had the ticket no longer
 */
record Escalation(
        UUID id,
        UUID ticketId,
        UUID partId,
        EscalationCause cause,
        int number,
        AreaLevel level,
        UUID unitId,
        List<Tried> tried,
        Instant beganAt,
        Limit limit,
        Instant dueAt,
        @Nullable Instant endedAt) {}
