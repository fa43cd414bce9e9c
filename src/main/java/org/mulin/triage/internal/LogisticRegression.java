package org.mulin.triage.internal;

import java.util.Random;

/**
 * L2-regularised logistic regression by coordinate descent in the dual (Yu, Huang and Lin, 2011), on plain arrays. A
 * catalogue of two hundred matters is two hundred problems over the same rows: they share them, and reading a row
 * chases no pointers. The same rows and seed give the same weights, bit by bit.
 */
final class LogisticRegression {
    private static final int PASSES_MAX = 1_000;
    private static final int STEPS_MAX = 100;
    private static final double FIRST_PRECISION = 1e-2;
    private static final double LAST_PRECISION = 1e-8;
    private static final double SHRINK = 0.1;

    /** Sparse rows, one after the other: row i is from starts[i] to starts[i + 1]. */
    record Rows(int[] starts, int[] features, float[] values, int featureCount) {
        int size() {
            return starts.length - 1;
        }

        double dot(double[] weights, int row) {
            double sum = 0;
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                sum += weights[features[at]] * values[at];
            }
            return sum;
        }

        void addTo(double[] weights, int row, double factor) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                weights[features[at]] += factor * values[at];
            }
        }
    }

    private final Rows rows;
    private final double cost;
    private final boolean[] positive;
    /** Of each row's values: the curvature of its step. */
    private final double[] squares;

    private final double[] weights;
    /** Two per row, together the cost: what it gives to its own side, and what is left. */
    private final double[] alpha;

    private double stepPrecision = FIRST_PRECISION;
    private double gradient;
    private int steps;

    private LogisticRegression(Rows rows, double cost, boolean[] positive) {
        this.rows = rows;
        this.cost = cost;
        this.positive = positive;
        squares = new double[rows.size()];
        weights = new double[rows.featureCount];
        alpha = new double[rows.size() * 2];
    }

    /**
     * The weight of each feature for telling the positive rows from the others.
     *
     * @param cost of a row on the wrong side, against the squares of the weights
     * @param precision the greatest slope at which the search ends
     */
    static double[] weights(Rows rows, double cost, double precision, boolean[] positive, long seed) {
        var regression = new LogisticRegression(rows, cost, positive);
        regression.begin();
        regression.descend(precision, new Random(seed));
        return regression.weights;
    }

    private void begin() {
        double little = Math.min(0.001 * cost, 1e-8);
        for (int row = 0; row < rows.size(); row++) {
            for (int at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
                squares[row] += rows.values[at] * rows.values[at];
            }
            alpha[2 * row] = little;
            alpha[2 * row + 1] = cost - little;
            rows.addTo(weights, row, side(row) * little);
        }
    }

    private void descend(double precision, Random random) {
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int pass = 0; pass < PASSES_MAX; pass++) {
            shuffle(order, random);
            gradient = 0;
            steps = 0;
            for (int row : order) {
                improve(row);
            }
            if (gradient < precision) {
                return;
            }
            if (steps <= order.length / 10) {
                stepPrecision = Math.max(LAST_PRECISION, SHRINK * stepPrecision);
            }
        }
    }

    /** Newton's steps along one row's alpha, the smaller of its two, so that logarithms stay exact. */
    private void improve(int row) {
        double curve = squares[row];
        double margin = side(row) * rows.dot(weights, row);
        int one = 2 * row;
        int other = one + 1;
        int turn = 1;
        if (0.5 * curve * (alpha[other] - alpha[one]) + margin < 0) {
            one = other;
            other = 2 * row;
            turn = -1;
        }
        double old = alpha[one];
        double next = cost - old < 0.5 * cost ? SHRINK * old : old;
        double slope = curve * (next - old) + turn * margin + Math.log(next / (cost - next));
        gradient = Math.max(gradient, Math.abs(slope));
        int taken = 0;
        while (taken <= STEPS_MAX && Math.abs(slope) >= stepPrecision) {
            double tried = next - slope / (curve + cost / (cost - next) / next);
            next = tried <= 0 ? next * SHRINK : tried;
            slope = curve * (next - old) + turn * margin + Math.log(next / (cost - next));
            taken++;
        }
        if (taken > 0) {
            alpha[one] = next;
            alpha[other] = cost - next;
            rows.addTo(weights, row, turn * (next - old) * side(row));
            steps += taken;
        }
    }

    private int side(int row) {
        return positive[row] ? 1 : -1;
    }

    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
