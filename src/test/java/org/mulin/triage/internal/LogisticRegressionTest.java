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

/** Against liblinear, which solves the same problem another way. */
class LogisticRegressionTest {
    private static final int ROWS = 120;
    private static final int FEATURES = 40;
    private static final int PER_ROW = 7;
    private static final double COST = 4;
    private static final double PRECISION = 1e-6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheWeightsThatLiblinearFinds(long seed) {
        var random = new Random(seed);
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
        var rows = new LogisticRegression.Rows(starts, features, values, FEATURES);

        double[] found = LogisticRegression.weights(rows, COST, PRECISION, positive, seed);

        assertThat(found).containsExactly(liblinear(rows, positive), within(1e-3));
        assertThat(LogisticRegression.weights(rows, COST, PRECISION, positive, seed))
                .as("the same bits again")
                .isEqualTo(found);
    }

    private static double[] liblinear(LogisticRegression.Rows rows, boolean[] positive) {
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
                int at = rows.starts()[row] + k;
                problem.x[row][k] = new FeatureNode(rows.features()[at] + 1, rows.values()[at]);
            }
        }
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
        double[] weights = model.getFeatureWeights();
        if (model.getLabels()[0] != 1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }
}
