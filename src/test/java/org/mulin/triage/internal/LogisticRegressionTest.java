package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {
    private static final double COST = 4;
    private static final double PRECISION = 1e-6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheWeightsThatLiblinearFinds(long seed) {
        Liblinear sample = Liblinear.sample(new Random(seed));

        double[] found = LogisticRegression.weights(sample.rows(), COST, PRECISION, sample.positive(), seed);

        assertThat(found).containsExactly(sample.weights(SolverType.L2R_LR, COST, PRECISION), within(1e-3));
        assertThat(LogisticRegression.weights(sample.rows(), COST, PRECISION, sample.positive(), seed))
                .as("the same bits again")
                .isEqualTo(found);
    }
}
