package org.mulin.triage.internal;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/** Invented rows to learn from, and the weights that liblinear finds for them, which solves the same another way. */
record Liblinear(LogisticRegression.Rows rows, boolean[] positive) {
    static final int FEATURES = 40;
    private static final int ROWS = 120;
    private static final int PER_ROW = 7;

    static Liblinear sample(Random random) {
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
        return new Liblinear(new LogisticRegression.Rows(starts, features, values, FEATURES), positive);
    }

    double[] weights(SolverType solver, double cost, double precision) {
        double[] alike = new double[FEATURES];
        Arrays.fill(alike, 1);
        return weights(solver, cost, precision, alike);
    }

    /** It knows no freedoms: each value is multiplied by the root of its feature's, and each weight too. */
    double[] weights(SolverType solver, double cost, double precision, double[] freedoms) {
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
                int feature = rows.features()[at];
                problem.x[row][k] = new FeatureNode(feature + 1, rows.values()[at] * Math.sqrt(freedoms[feature]));
            }
        }
        Model model = Linear.train(problem, new Parameter(solver, cost, precision));
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= sign * Math.sqrt(freedoms[i]);
        }
        return weights;
    }
}
