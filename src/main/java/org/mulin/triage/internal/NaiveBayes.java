package org.mulin.triage.internal;

/** How much each feature tells by itself whether a row is positive: the log-count ratio of naive Bayes. */
final class NaiveBayes {
    private static final double SMOOTHING = 1;

    private NaiveBayes() {}

    /**
     * The squared logarithm of how many times likelier a feature is in a positive row than in another, both counts one
     * greater than they are; of the bias, which is the last feature, one.
     */
    static double[] freedoms(LogisticRegression.Rows rows, boolean[] positive) {
        int[] with = new int[rows.featureCount()];
        int[] positiveWith = new int[rows.featureCount()];
        int positives = 0;
        for (int row = 0; row < rows.size(); row++) {
            positives += positive[row] ? 1 : 0;
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1]; at++) {
                with[rows.features()[at]]++;
                positiveWith[rows.features()[at]] += positive[row] ? 1 : 0;
            }
        }
        double[] freedoms = new double[with.length];
        for (int feature = 0; feature < freedoms.length - 1; feature++) {
            double here = share(positiveWith[feature], positives);
            double elsewhere = share(with[feature] - positiveWith[feature], rows.size() - positives);
            double ratio = Math.log(here / elsewhere);
            freedoms[feature] = ratio * ratio;
        }
        freedoms[freedoms.length - 1] = 1;
        return freedoms;
    }

    private static double share(int count, int of) {
        return (count + SMOOTHING) / (of + 2 * SMOOTHING);
    }
}
