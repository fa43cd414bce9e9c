package org.mulin.ticket;

import java.time.Instant;
import java.util.Set;

/**
 * 公开工单检索条件.
 *
 * @param matterCodes empty for every public matter
 * @param statuses empty for all
 * @param from of the day it was filed, inclusive
 * @param to inclusive
 * @param limit at most {@link OpenTickets#FIND_MAX}
 */
public record OpenSearch(
        Set<String> matterCodes, Set<TicketStatus> statuses, Instant from, Instant to, int offset, int limit) {
    public OpenSearch {
        matterCodes = Set.copyOf(matterCodes);
        statuses = Set.copyOf(statuses);
    }
}
