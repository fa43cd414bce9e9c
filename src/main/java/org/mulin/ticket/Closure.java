package org.mulin.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Point;

/**
 * 办结反馈: one report that a ticket is done.
 *
 * @param entryId the entry of the ticket's history
 * @param round 0, then one more with each reopening; of the ticket now
 * @param openedAt when the ticket was opened
 * @param dueAt by when the unit had to be done; null when nobody reckoned it
 * @param point as given by the author; null when none was
 * @param asked what was asked for, in one line; empty when it is confidential
 * @param words the unit's own
 * @param returnable it is the ticket's last report, and the ticket can still be given back for it
 * @param reopened the ticket was worked on again after this report
 */
public record Closure(
        UUID entryId,
        UUID ticketId,
        String number,
        @Nullable String matterCode,
        String areaKey,
        UUID unitId,
        int round,
        Instant openedAt,
        Instant at,
        @Nullable Instant dueAt,
        @Nullable Point point,
        String asked,
        String words,
        boolean returnable,
        boolean reopened) {}
