package org.mulin.triage.internal;

import java.util.List;

/** Fits how sharply scores become probabilities: the value under which the held-out truths were likeliest. */
final class Sharpness {
    private static final int STEPS = 40;

    private Sharpness() {}

    /** Golden-section search; the loss has one valley. Without examples the middle of the range. */
    static float fit(List<double[]> scores, List<Integer> truths, float min, float max) {
        if (scores.isEmpty()) {
            return (float) Math.sqrt(min * max);
        }
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(min);
        double high = Math.log(max);
        for (int step = 0; step < STEPS; step++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (loss(scores, truths, Math.exp(left)) < loss(scores, truths, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return (float) Math.exp((low + high) / 2);
    }

    /** Scores as shares of one: the sharper, the more the highest gets. */
    static double[] softmax(double[] scores, double sharpness) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp(sharpness * (scores[i] - top));
            sum += shares[i];
        }
        for (int i = 0; i < scores.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** How unlikely the truths are, as a sum of logarithms. */
    static double loss(List<double[]> scores, List<Integer> truths, double sharpness) {
        double loss = 0;
        for (int i = 0; i < scores.size(); i++) {
            double[] row = scores.get(i);
            double top = Double.NEGATIVE_INFINITY;
            for (double score : row) {
                top = Math.max(top, score);
            }
            double sum = 0;
            for (double score : row) {
                sum += Math.exp(sharpness * (score - top));
            }
            loss += Math.log(sum) - sharpness * (row[truths.get(i)] - top);
        }
        return loss;
    }
}
