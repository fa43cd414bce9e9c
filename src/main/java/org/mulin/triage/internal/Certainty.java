package org.mulin.triage.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** From which probability on so many of the messages are right that they need not be asked about. */
final class Certainty {
    /** More than any probability: no message is sure. */
    static final double NEVER = 2;

    /** What a model thought of a held-out message. */
    record Judged(double probability, boolean right) {}

    private Certainty() {}

    /** The lowest probability above which, all in all, the share of the right ones is what is wanted. */
    static double from(List<Judged> heldOut, double precision) {
        Judged[] surest = heldOut.toArray(new Judged[0]);
        Arrays.sort(surest, Comparator.comparingDouble(one -> -one.probability));
        double from = NEVER;
        int right = 0;
        for (int i = 0; i < surest.length; i++) {
            right += surest[i].right ? 1 : 0;
            boolean last = i + 1 == surest.length || surest[i + 1].probability < surest[i].probability;
            if (last && right >= precision * (i + 1)) {
                from = surest[i].probability;
            }
        }
        return from;
    }
}
