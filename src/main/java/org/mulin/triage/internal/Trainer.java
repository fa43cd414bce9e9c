package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mulin.triage.Text;

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

    private static final int BYTES_MAX = 50 << 20;

    /** What is unknown makes the rest less certain. */
    private static final float UNKNOWN_SQUARE = 10;

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
        Vocabulary words = Vocabulary.of(
                examples.stream()
                        .map(example -> Plain.of(example.text().whole()))
                        .toList(),
                examples.stream().map(Example::label).toList());
        return fit(examples, labels).withSharpness(sharpness(examples, labels)).knowing(words);
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
        List<Text> texts = examples.stream().map(Example::text).toList();
        int gramsMax = Math.min(GRAMS_MAX, BYTES_MAX / (Float.BYTES * labels.size()));
        GramCounts counts =
                GramCounts.of(texts, plains, new GramCounts.Choice(true, false, Grams.LONGEST, 1, gramsMax));
        Space taught = new Space(counts.grams(), counts.rarity(), 0, 0);
        LogisticRegression.Rows rows = taught.rows(texts, plains);
        double[][] weights = new double[labels.size()][];
        IntStream.range(0, labels.size()).parallel().forEach(label -> {
            boolean[] positive = new boolean[examples.size()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = examples.get(i).label().equals(labels.get(label));
            }
            weights[label] = LogisticRegression.weights(rows, COST, PRECISION, positive, seed);
        });
        return LinearModel.of(labels, new Space(counts.grams(), counts.rarity(), 0, UNKNOWN_SQUARE), weights);
    }
}
