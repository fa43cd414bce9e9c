package org.mulin.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values worked out by hand. */
class EvaluationTest {
    private static final double EXACT = 1e-12;

    /** Truths a a a b b c; taken a a b b a a, this sure: .95 .85 .65 .75 .55 .45. */
    private final Evaluation evaluation = new Evaluation(
            List.of("a", "b", "c", "d"),
            List.of(sure(0, 0.95), sure(0, 0.85), sure(1, 0.65), sure(1, 0.75), sure(0, 0.55), sure(0, 0.45)),
            new int[] {0, 0, 0, 1, 1, 2});

    @Test
    void accuracyIsTheShareOfTheRight() {
        assertThat(evaluation.accuracy()).isEqualTo(3 / 6.0, within(EXACT));
    }

    @Test
    void macroF1CountsEveryLabelThatOccursTheSame() {
        // a: 2 of 4 taken and of 3 true right, 4/7; b: 1 of 2 and of 2, 1/2; c: none, 0; d never occurs
        assertThat(evaluation.ofLabels()).first().isEqualTo(new Evaluation.OfLabel("a", 3, 2 / 4.0, 2 / 3.0, 4 / 7.0));
        assertThat(evaluation.macroF1()).isEqualTo((4 / 7.0 + 1 / 2.0 + 0) / 3, within(EXACT));
    }

    @Test
    void theCalibrationErrorIsTheMeanGapOfTheBins() {
        // each message lies in a bin of its own: .05 + .15 + .65 + .25 + .55 + .45
        assertThat(evaluation.calibrationError()).isEqualTo(2.1 / 6, within(EXACT));
        List<double[]> together = List.of(sure(0, 0.71), sure(0, 0.73), sure(0, 0.75), sure(0, 0.77));
        assertThat(new Evaluation(List.of("a", "b"), together, new int[] {0, 0, 0, 1}).calibrationError())
                .as("three of four are right where .74 was said")
                .isEqualTo(0.01, within(EXACT));
    }

    @Test
    void whoIsBelievedDependsOnWhatIsAskedOfEach() {
        assertThat(evaluation.believed(new double[] {0.9, 0.9, 0.6, 0.7, 0.5, 2}))
                .isEqualTo(new Evaluation.Believed(4 / 6.0, 2 / 4.0));
        assertThat(evaluation.believed(new double[] {2, 2, 2, 2, 2, 2})).isEqualTo(new Evaluation.Believed(0, 0));
    }

    @Test
    void confusionsAreCountedAndTheMostFrequentComeFirst() {
        List<double[]> taken = List.of(sure(1, 0.9), sure(0, 0.9), sure(0, 0.9));
        assertThat(new Evaluation(List.of("a", "b"), taken, new int[] {0, 1, 1}).confusions())
                .containsExactly(new Evaluation.Confusion("b", "a", 2), new Evaluation.Confusion("a", "b", 1));
    }

    private static double[] sure(int label, double probability) {
        double[] all = new double[4];
        all[label] = probability;
        return all;
    }
}
