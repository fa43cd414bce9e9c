package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Trains a {@link LinearModel}: one logistic regression per label, then the sharpness of the probabilities on examples
 * held out group by group and told at length as people do ({@link Stories}). The same examples and seed give the same
 * model, bit by bit.
 */
final class Trainer {
    private static final double COST = 4;
    private static final double PRECISION = 0.01;
    private static final int FOLDS = 4;
    /** With so many, those of one fold are enough to fit a single number. */
    private static final int EXAMPLES_MANY = 5_000;

    private static final int REAL_EXAMPLES_ENOUGH = 60;
    private static final float SHARPNESS_MIN = 0.2f;
    private static final float SHARPNESS_MAX = 12;
    /** Bounds the size of a model: the most frequent grams stay. */
    private static final int GRAMS_MAX = 150_000;

    private final long seed;

    Trainer(long seed) {
        this.seed = seed;
    }

    LinearModel train(List<Example> examples) {
        List<String> labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        if (labels.size() < 2) {
            throw new IllegalArgumentException("a classifier needs at least two labels");
        }
        return fit(examples, labels).withSharpness(sharpness(examples, labels));
    }

    private float sharpness(List<Example> examples, List<String> labels) {
        long real = examples.stream().filter(Example::real).count();
        boolean realOnly = real >= REAL_EXAMPLES_ENOUGH;
        List<double[]> scores = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        int folds = examples.size() > EXAMPLES_MANY ? 1 : FOLDS;
        for (int fold = 0; fold < folds; fold++) {
            List<Example> taught = new ArrayList<>();
            List<Example> asked = new ArrayList<>();
            for (Example example : examples) {
                if (Math.floorMod(example.group() * 31 + 7, FOLDS) != fold) {
                    taught.add(example);
                } else if (example.real() || !realOnly) {
                    asked.add(example);
                }
            }
            if (taught.isEmpty() || asked.isEmpty()) {
                continue;
            }
            LinearModel model = fit(taught, labels);
            for (Example example : Stories.of(asked)) {
                scores.add(model.scores(example.text(), Plain.of(example.text().whole())));
                truths.add(labels.indexOf(example.label()));
            }
        }
        return Sharpness.fit(scores, truths, SHARPNESS_MIN, SHARPNESS_MAX);
    }

    private LinearModel fit(List<Example> examples, List<String> labels) {
        List<Plain> plains = examples.stream()
                .map(example -> Plain.of(example.text().whole()))
                .toList();
        GramCounts counts = GramCounts.of(plains, GRAMS_MAX);
        LogisticRegression.Rows rows = rows(examples, plains, counts);
        float[] weights = new float[counts.grams().size() * labels.size()];
        float[] biases = new float[labels.size()];
        IntStream.range(0, labels.size()).parallel().forEach(label -> {
            boolean[] positive = new boolean[examples.size()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = examples.get(i).label().equals(labels.get(label));
            }
            double[] fitted = LogisticRegression.weights(rows, COST, PRECISION, positive, seed);
            for (int feature = 0; feature < counts.grams().size(); feature++) {
                weights[feature * labels.size() + label] = (float) fitted[feature];
            }
            biases[label] = (float) fitted[fitted.length - 1];
        });
        return new LinearModel(labels, counts.grams(), counts.rarity(), weights, biases, 1);
    }

    /** Each example's grams, weighted by how rare they are, of length one, and one more that is always there. */
    private static LogisticRegression.Rows rows(List<Example> examples, List<Plain> plains, GramCounts counts) {
        List<Bag> bags = new ArrayList<>();
        int[] starts = new int[examples.size() + 1];
        for (int i = 0; i < examples.size(); i++) {
            Bag bag = Bag.of(counts.grams(), examples.get(i).text(), plains.get(i));
            bags.add(bag);
            starts[i + 1] = starts[i] + bag.size() + 1;
        }
        int[] features = new int[starts[examples.size()]];
        float[] values = new float[features.length];
        for (int i = 0; i < bags.size(); i++) {
            Bag bag = bags.get(i);
            double squares = 0;
            for (int k = 0; k < bag.size(); k++) {
                int at = starts[i] + k;
                features[at] = bag.feature(k);
                values[at] = bag.strength(k) * counts.rarity()[bag.feature(k)];
                squares += values[at] * values[at];
            }
            float norm = squares == 0 ? 1 : (float) Math.sqrt(squares);
            for (int at = starts[i]; at < starts[i + 1] - 1; at++) {
                values[at] /= norm;
            }
            features[starts[i + 1] - 1] = counts.grams().size();
            values[starts[i + 1] - 1] = 1;
        }
        return new LogisticRegression.Rows(
                starts, features, values, counts.grams().size() + 1);
    }
}
