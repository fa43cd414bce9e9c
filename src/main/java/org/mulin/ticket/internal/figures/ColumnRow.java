package org.mulin.ticket.internal.figures;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.triage.Point;

/**
 * What is counted of one ticket.
 *
 * @param inTime null while no unit has responded
 * @param satisfaction 0 while nobody has judged it
 * @param excluded rates that leave it out
 * @param unreachable called in vain in this round
 * @param ownAreaKey community that has reported it itself; null when it is not an own report
 * @param ownOfLead the unit that has the lead, or its grid, has reported it itself
 */
record ColumnRow(
        UUID id,
        String number,
        TicketStatus status,
        Channel channel,
        @Nullable String matterCode,
        String areaKey,
        @Nullable Point point,
        @Nullable UUID unitId,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Boolean inTime,
        boolean solved,
        int satisfaction,
        Set<RateKind> excluded,
        boolean unreachable,
        @Nullable String ownAreaKey,
        boolean ownOfLead) {}
