package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mulin.triage.Evaluation;

class LevellingTest {
    private static final int LABELS = 5;

    /** Truths are drawn from a softmax; then the scores of every second message are stretched. */
    @Test
    void findsTheLevelAtWhichStretchedScoresAreNoSurer() {
        Random random = new Random(5);
        List<double[]> scores = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double[] even = random.doubles(LABELS, -1, 1).toArray();
            truths.add(draw(Sharpness.softmax(even, 3), random.nextDouble()));
            double stretched = i % 2 == 0 ? 1 : 4;
            scores.add(Arrays.stream(even).map(score -> score * stretched).toArray());
        }
        Levelling fitted = Levelling.fit(scores, truths);
        assertThat(fitted.level()).isBetween(0.75f, 0.95f);
        assertThat(error(fitted, scores, truths)).isLessThan(0.03);
        float sharpness = Sharpness.fit(scores, truths, 0.2f, 30);
        assertThat(error(new Levelling(sharpness, 0), scores, truths)).isGreaterThan(0.06);
    }

    @Test
    void whatNeedsNoLevelGetsHardlyAny() {
        Random random = new Random(6);
        List<double[]> scores = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double[] score = random.doubles(LABELS, -1, 1).toArray();
            scores.add(score);
            truths.add(draw(Sharpness.softmax(score, 3), random.nextDouble()));
        }
        Levelling fitted = Levelling.fit(scores, truths);
        assertThat(fitted.level()).isLessThan(0.15f);
        assertThat(error(fitted, scores, truths)).isLessThan(0.03);
    }

    @Property(tries = 300, seed = "20261130")
    void theLikeliestStaysAndScoresFurtherApartAreSurer(
            @ForAll @Size(LABELS) List<@DoubleRange(min = -3, max = 3) Double> drawn,
            @ForAll @FloatRange(min = 0.2f, max = 30) float sharpness,
            @ForAll @FloatRange(max = 0.95f) float level) {
        double[] scores = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        Levelling levelling = new Levelling(sharpness, level);
        double[] probabilities = levelling.probabilities(scores);
        assertThat(Arrays.stream(probabilities).sum()).isEqualTo(1, within(1e-9));
        int top = Evaluation.top(scores);
        double[] apart = levelling.probabilities(
                Arrays.stream(scores).map(score -> 2 * score).toArray());
        for (int label = 0; label < LABELS; label++) {
            assertThat(probabilities[top]).isGreaterThanOrEqualTo(probabilities[label]);
        }
        assertThat(apart[top]).isGreaterThanOrEqualTo(probabilities[top] - 1e-9);
        assertThat(levelling.probabilities(new double[LABELS])).containsOnly(1.0 / LABELS);
    }

    private static double error(Levelling levelling, List<double[]> scores, List<Integer> truths) {
        List<String> labels = List.of("a", "b", "c", "d", "e");
        List<double[]> probabilities =
                scores.stream().map(levelling::probabilities).toList();
        return new Evaluation(
                        labels,
                        probabilities,
                        truths.stream().mapToInt(Integer::intValue).toArray())
                .calibrationError();
    }

    private static int draw(double[] probabilities, double at) {
        double sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            sum += probabilities[label];
            if (at < sum) {
                return label;
            }
        }
        return probabilities.length - 1;
    }
}
