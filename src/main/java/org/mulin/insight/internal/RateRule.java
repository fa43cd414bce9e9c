package org.mulin.insight.internal;

import org.mulin.ticket.TicketFigures.Tally;

/**
 * 评价规则: how one rate is counted and weighed.
 *
 * @param weight its part of the total, any scale; 0 when it is shown but not weighed
 * @param priorCases m of the shrinkage: so many cases of the ordinary share are put beside the real ones
 * @param priorShare p₀, the ordinary share, 0 to 1
 */
record RateRule(RateKind kind, double weight, int priorCases, double priorShare, NeutralScore neutral) {
    private static final int PRIOR_CASES = 20;
    private static final double PRIOR_SHARE = 0.85;

    /** What holds where a pack says nothing. */
    static RateRule ordinary(RateKind kind) {
        double weight = kind == RateKind.RESPONSE ? 30 : 35;
        return new RateRule(kind, weight, PRIOR_CASES, PRIOR_SHARE, NeutralScore.NOT_SATISFIED);
    }

    /** The rate in these tickets. */
    Counted count(Tally tally) {
        return switch (kind) {
            case RESPONSE -> new Counted(Rate.of(tally.responded(), tally.dueResponse()), 0);
            case RESOLUTION -> new Counted(Rate.of(tally.solved(), tally.judged()), 0);
            case SATISFACTION ->
                switch (neutral) {
                    case NOT_SATISFIED -> new Counted(Rate.of(tally.satisfied(), tally.judged()), 0);
                    case SATISFIED -> new Counted(Rate.of(tally.satisfied() + tally.neutral(), tally.judged()), 0);
                    case LEFT_OUT ->
                        new Counted(Rate.of(tally.satisfied(), tally.judged() - tally.neutral()), tally.neutral());
                };
        };
    }

    /** (k + m·p₀) / (n + m): few cases stay near the ordinary share, many speak for themselves. */
    double shrunk(Rate rate) {
        int cases = rate.n() + priorCases;
        return cases == 0 ? priorShare : (rate.k() + priorCases * priorShare) / cases;
    }

    /** @param leftOut judged tickets that the rule leaves out */
    record Counted(Rate rate, int leftOut) {}
}
