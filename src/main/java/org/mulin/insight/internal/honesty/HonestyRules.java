package org.mulin.insight.internal.honesty;

import java.util.Collection;
import java.util.List;

/** @param rules one of each signal, in its order */
record HonestyRules(List<HonestyRule> rules) {
    static final int SCORE_MAX = 100;

    HonestyRules {
        rules = List.copyOf(rules);
    }

    HonestyRule of(HonestySignal signal) {
        return rules.get(signal.ordinal());
    }

    /** Weights add up, as far as they go. */
    static int score(Collection<Integer> weights) {
        return Math.min(SCORE_MAX, weights.stream().mapToInt(Integer::intValue).sum());
    }
}
