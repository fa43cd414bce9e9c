package org.mulin.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.triage.Point;

/**
 * 工单统计: how many tickets, exactly as committed when asked: one query, however many tickets there are. No personal
 * data and nobody's words.
 */
public interface TicketFigures {
    Counted count(Question question);

    /**
     * Whether grid workers see what residents complain about: tickets opened from {@code from} until {@code to}, told
     * apart by part of the range and matter.
     */
    List<Source> sources(AreaRange range, Instant from, Instant to, List<AreaRange> children);

    /** Open tickets now, by the exact key of their area. */
    Map<String, Standing> standing(AreaRange range);

    /** Open tickets whose deadline has passed, the longest overdue first. */
    List<Dot> overdue(AreaRange range, int limit);

    /** Tickets that have a point in the box; more than {@code dots_max} come as clusters instead. */
    Spread spread(Window window);

    /**
     * @param from opened at or after
     * @param to opened before
     * @param previousFrom beginning of the period to compare with; it ends at {@code from}
     * @param children parts of the range that are counted by themselves; they do not overlap
     * @param buckets beginnings of the steps of the trend, ascending, from {@code from} on
     * @param dayStart today's beginning
     */
    record Question(
            AreaRange range,
            Instant from,
            Instant to,
            Instant previousFrom,
            List<AreaRange> children,
            List<Instant> buckets,
            Instant dayStart) {
        public Question {
            children = List.copyOf(children);
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * @param today opened today
     * @param children in the order of the question
     * @param elsewhere in the range but in none of the children
     * @param units by the unit that has, or last had, the lead
     * @param matters by code; "" for tickets whose matter nobody has decided
     * @param trend in the order of the buckets; {@code open} and {@code overdue} are those of the bucket's tickets
     */
    record Counted(
            int today,
            Tally now,
            Tally previous,
            List<Tally> children,
            Tally elsewhere,
            Map<UUID, Tally> units,
            Map<String, Tally> matters,
            Map<Channel, Tally> channels,
            List<Tally> trend) {}

    /**
     * @param registered opened in the period; the rates' numbers are of these
     * @param open now, whenever opened; see {@link TicketSet}
     */
    record Tally(
            int registered,
            int open,
            int overdue,
            int dueResponse,
            int responded,
            int judged,
            int solved,
            int scored,
            int satisfied,
            int neutral,
            Apart apart) {
        public Tally plus(Tally other) {
            return new Tally(
                    registered + other.registered,
                    open + other.open,
                    overdue + other.overdue,
                    dueResponse + other.dueResponse,
                    responded + other.responded,
                    judged + other.judged,
                    solved + other.solved,
                    scored + other.scored,
                    satisfied + other.satisfied,
                    neutral + other.neutral,
                    apart.plus(other.apart));
        }
    }

    /** Tickets opened in the period that stand beside the rates; see {@link TicketSet}. */
    record Apart(
            int excluded,
            int excludedResponse,
            int excludedResolution,
            int excludedSatisfaction,
            int unreachable,
            int unreachableResolution,
            int unreachableSatisfaction,
            int ownReports) {
        public static final Apart NONE = new Apart(0, 0, 0, 0, 0, 0, 0, 0);

        Apart plus(Apart other) {
            return new Apart(
                    excluded + other.excluded,
                    excludedResponse + other.excludedResponse,
                    excludedResolution + other.excludedResolution,
                    excludedSatisfaction + other.excludedSatisfaction,
                    unreachable + other.unreachable,
                    unreachableResolution + other.unreachableResolution,
                    unreachableSatisfaction + other.unreachableSatisfaction,
                    ownReports + other.ownReports);
        }

        /** Those that this rate leaves out. */
        public int excluded(RateKind rate) {
            return switch (rate) {
                case RESPONSE -> excludedResponse;
                case RESOLUTION -> excludedResolution;
                case SATISFACTION -> excludedSatisfaction;
            };
        }

        /** Those about which nobody could be asked; a response needs nobody's word. */
        public int unreachable(RateKind rate) {
            return switch (rate) {
                case RESPONSE -> 0;
                case RESOLUTION -> unreachableResolution;
                case SATISFACTION -> unreachableSatisfaction;
            };
        }
    }

    /**
     * Where tickets of one part and one matter come from.
     *
     * @param child index of the part; the number of parts for what lies in none
     * @param matterCode "" while nobody has decided it
     * @param byResidents filed by residents themselves, by whatever way
     * @param byGrids reported by grid workers
     */
    record Source(int child, String matterCode, int byResidents, int byGrids) {}

    record Standing(int open, int overdue) {}

    /** What of a ticket may stand on a map. */
    record Dot(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable String matterCode,
            String areaKey,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable Point point) {}

    /** Many tickets near each other: their middle. */
    record Cluster(Point middle, int count, int overdue) {}

    /**
     * @param status null: open tickets
     * @param cell_deg edge of a square in which tickets become one cluster
     */
    record Window(
            AreaRange range,
            Point southWest,
            Point northEast,
            @Nullable TicketStatus status,
            @Nullable String matterCode,
            double cell_deg,
            int dots_max) {}

    /** Either dots or clusters are empty. */
    record Spread(int total, List<Dot> dots, List<Cluster> clusters) {}
}
