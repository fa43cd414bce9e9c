package org.mulin.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.insight.internal.InsightViews.AreaRef;

/** What is hot, as far as the reader's area reaches; no personal data and nobody's words. */
final class HotViews {
    private HotViews() {}

    /** The city's formula: {@code person × people + repeat × (messages − people)}. */
    record HotFormula(int people_min, int alarmPeople, double person, double repeat) {}

    /** @param otherPlace where the other issue of a merge or a split was */
    record HotChangeView(HotChangeKind kind, @Nullable String otherPlace, List<String> words, Instant at) {}

    /** How many of its tickets are where. */
    record HotStanding(int open, int overdue, int resolved, int closed) {}

    /**
     * Appeals of the last seven days beside those of the seven days before.
     *
     * @param rising two or more, and at least twice as many
     */
    record HotRise(int lately, int before, boolean rising) {}

    /**
     * @param id null until it has been named, seconds after it came up
     * @param rank in the whole list
     * @param title place and matter
     * @param words what most of its people wrote
     * @param messages their appeals
     * @param joined appeals that were added to a neighbour's ticket
     * @param trend appeals by equal steps of the period
     * @param toldAt when the street and the desk were told
     * @param ticketIds the newest first
     * @param openIds of the tickets that are worked on and that the reader may read: what may be merged or whistled
     *     for; first those that a unit has, the oldest first
     */
    record HotIssueRow(
            @Nullable UUID id,
            int rank,
            String title,
            AreaRef area,
            @Nullable String matterName,
            List<String> words,
            Instant from,
            Instant to,
            int people,
            int messages,
            int tickets,
            int joined,
            List<Integer> trend,
            HotRise rise,
            double score,
            HotStanding standing,
            @Nullable Instant toldAt,
            List<HotChangeView> changes,
            List<UUID> ticketIds,
            List<UUID> openIds) {}

    /** @param more whether there are others, less hot than these */
    record HotList(
            AreaRef area,
            List<AreaRef> path,
            List<AreaRef> children,
            LocalDate from,
            LocalDate to,
            Instant at,
            HotFormula formula,
            List<HotIssueRow> issues,
            boolean more) {}
}
