package org.mulin.insight.internal;

import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Tally;

/**
 * 评价规则: how one rate is counted and weighed.
 *
 * @param weight its part of the total, any scale; 0 when it is shown but not weighed
 * @param priorCases m of the shrinkage: so many cases of the ordinary share are put beside the real ones
 * @param priorShare p₀, the ordinary share, 0 to 1
 * @param unreachable never asked of a response
 */
record RateRule(
        RateKind kind,
        double weight,
        int priorCases,
        double priorShare,
        NeutralScore neutral,
        UnreachableResident unreachable) {
    private static final int PRIOR_CASES = 20;
    private static final double PRIOR_SHARE = 0.85;

    /** What holds where a pack says nothing. */
    static RateRule ordinary(RateKind kind) {
        double weight = kind == RateKind.RESPONSE ? 30 : 35;
        return new RateRule(
                kind, weight, PRIOR_CASES, PRIOR_SHARE, NeutralScore.NOT_SATISFIED, UnreachableResident.LEFT_OUT);
    }

    /** The rate in these tickets. */
    Counted count(Tally tally) {
        int mute = tally.apart().unreachable(kind);
        int more = unreachable == UnreachableResident.LEFT_OUT ? 0 : mute;
        int good = unreachable == UnreachableResident.COUNTED_FOR ? mute : 0;
        return switch (kind) {
            case RESPONSE -> new Counted(Rate.of(tally.responded(), tally.dueResponse()), 0);
            case RESOLUTION -> new Counted(Rate.of(tally.solved() + good, tally.judged() + more), 0);
            case SATISFACTION -> {
                int satisfied = tally.satisfied() + good;
                int scored = tally.scored() + more;
                int neutrals = tally.neutral();
                yield switch (neutral) {
                    case NOT_SATISFIED -> new Counted(Rate.of(satisfied, scored), 0);
                    case SATISFIED -> new Counted(Rate.of(satisfied + neutrals, scored), 0);
                    case LEFT_OUT -> new Counted(Rate.of(satisfied, scored - neutrals), neutrals);
                };
            }
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
