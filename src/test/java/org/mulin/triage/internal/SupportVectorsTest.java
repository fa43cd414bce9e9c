package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against liblinear, which knows no freedoms: there each value is multiplied by the root of its feature's. */
class SupportVectorsTest {
    private static final int ROWS = 120;
    private static final int FEATURES = 40;
    private static final int PER_ROW = 7;
    private static final double COST = 1.5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheWeightsThatLiblinearFinds(long seed) {
        Random random = new Random(seed);
        int[] starts = new int[ROWS + 1];
        int[] features = new int[ROWS * PER_ROW];
        float[] values = new float[ROWS * PER_ROW];
        boolean[] positive = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            starts[row + 1] = (row + 1) * PER_ROW;
            int first = random.nextInt(FEATURES - PER_ROW);
            for (int k = 0; k < PER_ROW; k++) {
                features[row * PER_ROW + k] = first + k;
                values[row * PER_ROW + k] = random.nextFloat();
            }
            positive[row] = first < FEATURES / 3 || random.nextInt(8) == 0;
        }
        double[] freedoms = random.doubles(FEATURES, 0.2, 2).toArray();
        var rows = new LogisticRegression.Rows(starts, features, values, FEATURES);

        double[] found = SupportVectors.weights(rows, freedoms, COST, 1e-7, positive, seed);

        assertThat(found).containsExactly(liblinear(rows, freedoms, positive), within(5e-3));
        assertThat(SupportVectors.weights(rows, freedoms, COST, 1e-7, positive, seed))
                .as("the same bits again")
                .isEqualTo(found);
    }

    private static double[] liblinear(LogisticRegression.Rows rows, double[] freedoms, boolean[] positive) {
        Linear.disableDebugOutput();
        var problem = new Problem();
        problem.l = rows.size();
        problem.n = FEATURES;
        problem.y = new double[problem.l];
        problem.x = new Feature[problem.l][];
        for (int row = 0; row < problem.l; row++) {
            problem.y[row] = positive[row] ? 1 : -1;
            problem.x[row] = new Feature[PER_ROW];
            for (int k = 0; k < PER_ROW; k++) {
                int feature = rows.features()[rows.starts()[row] + k];
                double value = rows.values()[rows.starts()[row] + k] * Math.sqrt(freedoms[feature]);
                problem.x[row][k] = new FeatureNode(feature + 1, value);
            }
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC, COST, 1e-8));
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= Math.sqrt(freedoms[i]) * (model.getLabels()[0] == 1 ? 1 : -1);
        }
        return weights;
    }
}
