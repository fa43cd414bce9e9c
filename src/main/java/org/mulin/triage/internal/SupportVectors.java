package org.mulin.triage.internal;

import java.util.Random;

/**
 * A linear support vector machine with squared loss by coordinate descent in the dual (Hsieh and others, 2008), where
 * every feature has its own freedom: the more, the cheaper its weight. With the squared log-count ratios of
 * {@link NaiveBayes} as freedoms this is the NB-SVM of Wang and Manning (2012). The same rows and seed give the same
 * weights, bit by bit.
 */
final class SupportVectors {
    private static final int PASSES_MAX = 60;
    private static final double STEP_MIN = 1e-9;

    private SupportVectors() {}

    /**
     * The weight of each feature for telling the positive rows from the others.
     *
     * @param freedoms of each feature; one for all is the ordinary machine
     * @param cost of a row on the wrong side, against the squares of the weights over their freedoms
     * @param precision the greatest slope at which the search ends
     */
    static double[] weights(
            LogisticRegression.Rows rows,
            double[] freedoms,
            double cost,
            double precision,
            boolean[] positive,
            long seed) {
        double[] weights = new double[rows.featureCount()];
        double[] alpha = new double[rows.size()];
        double[] curves = curves(rows, freedoms, cost);
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int pass = 0; pass < PASSES_MAX; pass++) {
            LogisticRegression.shuffle(order, random);
            double steepest = 0;
            for (int row : order) {
                int side = positive[row] ? 1 : -1;
                double slope = side * rows.dot(weights, row) - 1 + alpha[row] / (2 * cost);
                double open = alpha[row] == 0 ? Math.min(slope, 0) : slope;
                steepest = Math.max(steepest, Math.abs(open));
                if (Math.abs(open) > STEP_MIN) {
                    double old = alpha[row];
                    alpha[row] = Math.max(0, old - slope / curves[row]);
                    add(rows, weights, row, (alpha[row] - old) * side, freedoms);
                }
            }
            if (steepest < precision) {
                break;
            }
        }
        return weights;
    }

    private static double[] curves(LogisticRegression.Rows rows, double[] freedoms, double cost) {
        double[] curves = new double[rows.size()];
        for (int row = 0; row < curves.length; row++) {
            curves[row] = 1 / (2 * cost);
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                double value = rows.values()[at];
                curves[row] += value * value * freedoms[rows.features()[at]];
            }
        }
        return curves;
    }

    private static void add(LogisticRegression.Rows rows, double[] weights, int row, double factor, double[] freedoms) {
        for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
            int feature = rows.features()[at];
            weights[feature] += factor * rows.values()[at] * freedoms[feature];
        }
    }
}
