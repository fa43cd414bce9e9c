package org.mulin.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.insight.internal.RateRules.Score;

/**
 * 排名: an order that small numbers cannot turn. By shrunk score; and for each what rank it might have in truth, since
 * those whose intervals overlap cannot be told apart. It does not depend on the order in which they come.
 */
final class Ranking {
    private static final Comparator<Line> BEST_FIRST =
            Comparator.<Line>comparingDouble(line -> -line.score().score()).thenComparing(Line::code);

    private Ranking() {}

    /** One who is compared. */
    record Line(String code, Score score) {}

    /**
     * @param rank null without a single case; equal scores have the same rank
     * @param bestRank as many as are surely better, and one
     * @param worstRank those compared less as many as are surely worse
     * @param group from 1: neighbours in the order that cannot be told from the first of their group
     */
    record Place(
            String code,
            @Nullable Integer rank,
            @Nullable Integer bestRank,
            @Nullable Integer worstRank,
            @Nullable Integer group) {}

    /** In the order of rank; who cannot be ranked comes last. */
    static List<Place> of(List<Line> lines) {
        List<Line> known = lines.stream()
                .filter(line -> line.score().known())
                .sorted(BEST_FIRST)
                .toList();
        double[] lows =
                known.stream().mapToDouble(line -> line.score().low()).sorted().toArray();
        double[] highs =
                known.stream().mapToDouble(line -> line.score().high()).sorted().toArray();
        List<Place> places = new ArrayList<>();
        int rank = 0;
        int group = 0;
        double floor = Double.POSITIVE_INFINITY;
        double last = Double.NaN;
        for (int i = 0; i < known.size(); i++) {
            Score score = known.get(i).score();
            if (score.score() != last) {
                rank = i + 1;
                last = score.score();
            }
            if (score.high() < floor) {
                group++;
                floor = score.low();
            }
            int better = known.size() - below(lows, score.high(), true);
            int worse = below(highs, score.low(), false);
            // few cases may stand higher than their own interval allows: then the rank is the end of the range
            places.add(new Place(
                    known.get(i).code(),
                    rank,
                    Math.min(rank, better + 1),
                    Math.max(rank, known.size() - worse),
                    group));
        }
        return Stream.concat(places.stream(), unknown(lines)).toList();
    }

    private static Stream<Place> unknown(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.score().known())
                .map(Line::code)
                .sorted()
                .map(code -> new Place(code, null, null, null, null));
    }

    /** How many of the ascending values are below the bound, or equal to it. */
    private static int below(double[] values, double bound, boolean orEqual) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < bound || orEqual && values[middle] == bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
