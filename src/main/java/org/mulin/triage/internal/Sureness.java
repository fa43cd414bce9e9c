package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often a model was right where it was sure, as tickets show that it never learnt from: the more it is sure of, the
 * higher the step.
 *
 * @param tickets held back
 * @param steps from low probability to high, from low precision to high
 */
record Sureness(int tickets, List<Step> steps) {
    /** Of fewer the share of the right ones tells nothing. */
    private static final int SURE_MIN = 50;

    static final Sureness UNTRIED = new Sureness(0, List.of());

    /**
     * @param from of the tickets with this probability or more
     * @param precision the share of the right ones
     * @param coverage the share of all
     */
    record Step(double from, double precision, double coverage) {}

    Sureness {
        steps = List.copyOf(steps);
    }

    static Sureness of(List<Certainty.Judged> heldBack) {
        List<Certainty.Judged> surest = heldBack.stream()
                .sorted(Comparator.comparingDouble(one -> -one.probability()))
                .toList();
        List<Step> found = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).right() ? 1 : 0;
            double here = surest.get(i).probability();
            boolean last = i + 1 == surest.size() || surest.get(i + 1).probability() < here;
            if (last && i + 1 >= SURE_MIN) {
                double precision = (double) right / (i + 1);
                // what is no better than a step further down is no step of its own
                found.removeIf(higher -> higher.precision <= precision);
                found.add(new Step(here, precision, (i + 1.0) / surest.size()));
            }
        }
        return new Sureness(surest.size(), found.reversed());
    }

    /** The share of the right ones that a probability stands for; 0 where too few were as sure. */
    double right(double probability) {
        return steps.stream()
                .filter(step -> step.from <= probability)
                .mapToDouble(Step::precision)
                .max()
                .orElse(0);
    }

    /** From where on so many were right; empty when they never were. */
    Optional<Step> reaching(double precision) {
        return steps.stream().filter(step -> step.precision >= precision).findFirst();
    }
}
