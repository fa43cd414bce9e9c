package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportVectorsTest {
    private static final double COST = 1.5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheWeightsThatLiblinearFinds(long seed) {
        Random random = new Random(seed);
        Liblinear sample = Liblinear.sample(random);
        double[] freedoms = random.doubles(Liblinear.FEATURES, 0.2, 2).toArray();

        double[] found = SupportVectors.weights(sample.rows(), freedoms, COST, 1e-7, sample.positive(), seed);

        assertThat(found)
                .containsExactly(sample.weights(SolverType.L2R_L2LOSS_SVC, COST, 1e-8, freedoms), within(5e-3));
        assertThat(SupportVectors.weights(sample.rows(), freedoms, COST, 1e-7, sample.positive(), seed))
                .as("the same bits again")
                .isEqualTo(found);
    }
}
