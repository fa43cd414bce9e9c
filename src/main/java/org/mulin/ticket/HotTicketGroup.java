package org.mulin.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 热点工单组: tickets in which several people say the same of one place in one period. Nobody's own words.
 *
 * @param ticketIds in the order of their first appeals
 * @param people how many different people; one who left neither phone nor account counts as one more
 * @param messages their appeals
 * @param words what most of them wrote, the most telling first
 * @param place the one of the words that names a place, else empty
 * @param score by the city's formula
 * @param moments of the appeals, ascending
 */
public record HotTicketGroup(
        List<UUID> ticketIds,
        int people,
        int messages,
        List<String> words,
        String place,
        double score,
        List<Instant> moments) {}
