package org.mulin.triage.internal;

import java.util.List;

/**
 * How scores become probabilities. A message whose scores lie twice as far apart is surer, but not twice as sure: so
 * scores are divided by a power of their own spread before the softmax. Which label is likeliest never changes; at a
 * level of 0 this is the softmax alone.
 *
 * @param sharpness of the softmax, as {@link Sharpness} fits it
 * @param level the power of the spread that scores are divided by, below 1: scores further apart are always surer
 */
record Levelling(float sharpness, float level) {
    static final Levelling NONE = new Levelling(1, 0);

    private static final float SHARPNESS_MIN = 0.2f;
    private static final float SHARPNESS_MAX = 30;
    private static final double LEVEL_MAX = 0.95;
    /** Golden-section search down to a level that makes no difference. */
    private static final int STEPS = 12;

    private static final double RATIO = (Math.sqrt(5) - 1) / 2;
    /** Scores closer together than this are alike. */
    private static final double SPREAD_MIN = 1e-9;

    double[] probabilities(double[] scores) {
        return Sharpness.softmax(scores, sharpness * factor(scores, level));
    }

    /** The two values under which the held-out truths were likeliest. */
    static Levelling fit(List<double[]> scores, List<Integer> truths) {
        double low = 0;
        double high = LEVEL_MAX;
        double left = high - RATIO * (high - low);
        double right = low + RATIO * (high - low);
        double lossLeft = loss(scores, truths, left);
        double lossRight = loss(scores, truths, right);
        for (int step = 0; step < STEPS; step++) {
            if (lossLeft < lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - RATIO * (high - low);
                lossLeft = loss(scores, truths, left);
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + RATIO * (high - low);
                lossRight = loss(scores, truths, right);
            }
        }
        double level = (low + high) / 2;
        return new Levelling(sharpness(levelled(scores, level), truths), (float) level);
    }

    /** With the sharpness that suits the level. */
    private static double loss(List<double[]> scores, List<Integer> truths, double level) {
        List<double[]> levelled = levelled(scores, level);
        return Sharpness.loss(levelled, truths, sharpness(levelled, truths));
    }

    private static float sharpness(List<double[]> levelled, List<Integer> truths) {
        return Sharpness.fit(levelled, truths, SHARPNESS_MIN, SHARPNESS_MAX);
    }

    private static List<double[]> levelled(List<double[]> scores, double level) {
        return scores.stream()
                .map(row -> {
                    double factor = factor(row, level);
                    double[] scaled = row.clone();
                    for (int label = 0; label < scaled.length; label++) {
                        scaled[label] *= factor;
                    }
                    return scaled;
                })
                .toList();
    }

    private static double factor(double[] scores, double level) {
        return Math.pow(Math.max(SPREAD_MIN, spread(scores)), -level);
    }

    /** The standard deviation. */
    private static double spread(double[] scores) {
        double mean = 0;
        for (double score : scores) {
            mean += score / scores.length;
        }
        double squares = 0;
        for (double score : scores) {
            squares += (score - mean) * (score - mean) / scores.length;
        }
        return Math.sqrt(squares);
    }
}
