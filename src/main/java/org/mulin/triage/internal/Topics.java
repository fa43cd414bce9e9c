package org.mulin.triage.internal;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The directions in which messages differ most, found without labels (latent semantic analysis by randomised subspace
 * iteration, Halko and others, 2011): words that go together share directions, so what labelled messages teach about a
 * word is lent to its companions. Deterministic: every sum is taken in one order.
 */
final class Topics {
    private static final int ITERATIONS = 3;

    /** Of feature f at f * count. */
    private final float[] directions;

    private final int count;

    private Topics(float[] directions, int count) {
        this.directions = directions;
        this.count = count;
    }

    /** @param count of topics; no more than there are rows are found */
    static Topics of(LogisticRegression.Rows rows, int count, long seed) {
        int features = rows.featureCount() - 1;
        int found = Math.max(1, Math.min(count, Math.min(rows.size(), features) / 2));
        float[] directions = new float[features * found];
        Random random = new Random(seed);
        for (int i = 0; i < directions.length; i++) {
            directions[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < ITERATIONS; i++) {
            float[] places = project(rows, directions, found);
            Orthogonal.make(places, found);
            directions = back(rows, places, features, found);
        }
        Orthogonal.make(directions, found);
        return new Topics(directions, found);
    }

    /** Where each row lies among the topics, as rows of their own with a bias. */
    LogisticRegression.Rows places(LogisticRegression.Rows rows) {
        float[] places = project(rows, directions, count);
        int[] starts = new int[rows.size() + 1];
        int[] features = new int[rows.size() * (count + 1)];
        float[] values = new float[features.length];
        for (int row = 0; row < rows.size(); row++) {
            int from = starts[row];
            starts[row + 1] = from + count + 1;
            for (int topic = 0; topic <= count; topic++) {
                features[from + topic] = topic;
                values[from + topic] = topic < count ? places[row * count + topic] : 1;
            }
        }
        return new LogisticRegression.Rows(starts, features, values, count + 1);
    }

    /** Weights of topics (the last is the bias) as weights of the features that make them. */
    double[] ofFeatures(double[] weights) {
        int features = directions.length / count;
        double[] spread = new double[features + 1];
        for (int feature = 0; feature < features; feature++) {
            for (int topic = 0; topic < count; topic++) {
                spread[feature] += directions[feature * count + topic] * weights[topic];
            }
        }
        spread[features] = weights[count];
        return spread;
    }

    private static float[] project(LogisticRegression.Rows rows, float[] directions, int count) {
        float[] places = new float[rows.size() * count];
        IntStream.range(0, rows.size()).parallel().forEach(row -> {
            int to = row * count;
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1] - 1; at++) {
                float value = rows.values()[at];
                int from = rows.features()[at] * count;
                for (int i = 0; i < count; i++) {
                    places[to + i] += value * directions[from + i];
                }
            }
        });
        return places;
    }

    private static float[] back(LogisticRegression.Rows rows, float[] places, int features, int count) {
        float[] directions = new float[features * count];
        for (int row = 0; row < rows.size(); row++) {
            int from = row * count;
            for (int at = rows.starts()[row]; at < rows.starts()[row + 1] - 1; at++) {
                float value = rows.values()[at];
                int to = rows.features()[at] * count;
                for (int i = 0; i < count; i++) {
                    directions[to + i] += value * places[from + i];
                }
            }
        }
        return directions;
    }
}
