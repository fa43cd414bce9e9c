package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaiveBayesTest {
    @Test
    void freedomsAreSquaredLogCountRatiosByHand() {
        // features 0 and 1, bias 2; rows: {0}, {0, 1} positive; {1}, {}, {1} not
        var rows = new LogisticRegression.Rows(
                new int[] {0, 2, 5, 7, 8, 10},
                new int[] {0, 2, 0, 1, 2, 1, 2, 2, 1, 2},
                new float[] {.3f, 1, .7f, .7f, 1, 5, 1, 1, 2, 1},
                3);
        double[] freedoms = NaiveBayes.freedoms(rows, new boolean[] {true, true, false, false, false});
        // 0: (2 + 1) / (2 + 2) against (0 + 1) / (3 + 2); 1: (1 + 1) / (2 + 2) against (2 + 1) / (3 + 2)
        assertThat(freedoms[0]).isEqualTo(Math.pow(Math.log(0.75 / 0.2), 2), within(1e-12));
        assertThat(freedoms[1]).isEqualTo(Math.pow(Math.log(0.5 / 0.6), 2), within(1e-12));
        assertThat(freedoms[2]).as("the bias").isEqualTo(1);
    }
}
