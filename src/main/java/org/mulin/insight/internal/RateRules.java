package org.mulin.insight.internal;

import java.util.List;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Tally;

/**
 * The rules of all rates.
 *
 * @param rules one of each kind; at least one weighs something
 */
record RateRules(List<RateRule> rules) {
    RateRules {
        rules = List.copyOf(rules);
    }

    /** One rate of somebody, with the estimate by which it is weighed. */
    record Scored(
            RateKind kind, Rate rate, int leftOut, int excluded, int unreachable, int ownReports, double shrunk) {}

    /**
     * All rates of somebody.
     *
     * @param score weighed mean of the shrunk rates, 0 to 1
     * @param low the same of the intervals' lower ends: of what nobody has judged anything may be true
     */
    record Score(List<Scored> rates, double score, double low, double high) {
        /** Without a single case nothing can be said. */
        boolean known() {
            return rates.stream().anyMatch(each -> each.rate().n() > 0);
        }
    }

    Score score(Tally tally) {
        List<Scored> rates = rules.stream()
                .map(rule -> {
                    RateRule.Counted counted = rule.count(tally);
                    return new Scored(
                            rule.kind(),
                            counted.rate(),
                            counted.leftOut(),
                            tally.apart().excluded(rule.kind()),
                            tally.apart().unreachable(rule.kind()),
                            tally.apart().ownReports(),
                            rule.shrunk(counted.rate()));
                })
                .toList();
        double weights = 0;
        double score = 0;
        double low = 0;
        double high = 0;
        for (int i = 0; i < rates.size(); i++) {
            double weight = rules.get(i).weight();
            Rate rate = rates.get(i).rate();
            weights += weight;
            score += weight * rates.get(i).shrunk();
            low += weight * (rate.low() == null ? 0 : rate.low());
            high += weight * (rate.high() == null ? 1 : rate.high());
        }
        return new Score(rates, score / weights, low / weights, high / weights);
    }
}
