package org.mulin.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.ListFilter;
import org.mulin.insight.internal.Ranking.Place;
import org.mulin.insight.internal.RateRules.Score;
import org.mulin.ticket.RateKind;

/** What the rates page shows. */
final class RatesViews {
    private RatesViews() {}

    /**
     * One rate.
     *
     * @param value k / n; null without cases
     * @param low and high, Wilson 95 % interval
     * @param leftOut judged tickets that the rule leaves out of n for a neutral score
     * @param excluded tickets that the rate leaves out by an upheld exclusion
     * @param unreachable tickets about which nobody could be asked, counted or not as the rule says
     * @param ownReports tickets that a community reported itself and that do not count for or against it
     * @param shrunk the estimate that is weighed: (k + m·p₀) / (n + m)
     */
    record RateView(
            RateKind kind,
            int k,
            int n,
            int leftOut,
            int excluded,
            int unreachable,
            int ownReports,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            double shrunk) {
        static RateView of(RateRules.Scored scored) {
            Rate rate = scored.rate();
            return new RateView(
                    scored.kind(),
                    rate.k(),
                    rate.n(),
                    scored.leftOut(),
                    scored.excluded(),
                    scored.unreachable(),
                    scored.ownReports(),
                    rate.value(),
                    rate.low(),
                    rate.high(),
                    scored.shrunk());
        }
    }

    /**
     * One who is compared.
     *
     * @param rank null without a single case, and where nothing is ranked
     * @param bestRank and worstRank, what the rank might be in truth
     * @param group from 1: those of one group cannot be told apart
     * @param score weighed mean of the shrunk rates; null without a single case
     */
    record RatesLine(
            String code,
            String name,
            @Nullable Integer rank,
            @Nullable Integer bestRank,
            @Nullable Integer worstRank,
            @Nullable Integer group,
            @Nullable Double score,
            @Nullable Double low,
            @Nullable Double high,
            int registered,
            List<RateView> rates,
            ListFilter list) {
        static RatesLine of(Place place, String name, Score score, int registered, ListFilter list) {
            boolean known = score.known();
            return new RatesLine(
                    place.code(),
                    name,
                    place.rank(),
                    place.bestRank(),
                    place.worstRank(),
                    place.group(),
                    known ? score.score() : null,
                    known ? score.low() : null,
                    known ? score.high() : null,
                    registered,
                    score.rates().stream().map(RateView::of).toList(),
                    list);
        }
    }

    /** @param definition how it is counted, in the reader's language */
    record RuleView(
            RateKind kind,
            String name,
            String definition,
            double weight,
            int priorCases,
            double priorShare,
            NeutralScore neutral,
            UnreachableResident unreachable) {}

    /** The rules that held on the last day of the period. */
    record RulesView(long version, LocalDate validFrom, List<RuleView> rules) {}

    record Choice(String code, String name) {}

    /**
     * @param level of the areas compared; else null
     * @param unitKind of the units compared; null: all kinds
     * @param choices levels or kinds of unit that can be compared here
     * @param whole all tickets of the area and period as one line
     * @param total lines that fit the search; {@code unranked} of them without a case
     * @param groups how many groups there are in all
     * @param next offset of the following part; null at the end
     */
    record Rates(
            AreaRef area,
            List<AreaRef> path,
            LocalDate from,
            LocalDate to,
            Instant asOf,
            RatesBy by,
            @Nullable String level,
            @Nullable String unitKind,
            List<Choice> choices,
            RulesView rules,
            RatesLine whole,
            List<RatesLine> items,
            int total,
            int unranked,
            int groups,
            @Nullable Integer next) {
        /** A part of it. */
        Rates part(int offset, int limit) {
            int end = Math.min(items.size(), offset + limit);
            return new Rates(
                    area,
                    path,
                    from,
                    to,
                    asOf,
                    by,
                    level,
                    unitKind,
                    choices,
                    rules,
                    whole,
                    items.subList(Math.min(offset, end), end),
                    total,
                    unranked,
                    groups,
                    end < items.size() ? end : null);
        }
    }
}
