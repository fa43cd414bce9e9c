package org.mulin.triage.internal;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Trains a {@link LinearModel}: one logistic regression per label, then the sharpness of the probabilities on examples
 * held out group by group. The same examples and seed give the same model, bit by bit.
 */
final class Trainer {
    private static final double COST = 4;
    private static final double PRECISION = 0.01;
    private static final int FOLDS = 4;
    private static final int REAL_EXAMPLES_ENOUGH = 60;
    private static final float SHARPNESS_MIN = 0.2f;
    private static final float SHARPNESS_MAX = 12;
    /** Bounds the size of a model: the most frequent grams stay. */
    private static final int GRAMS_MAX = 150_000;

    static {
        Linear.disableDebugOutput();
    }

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
        for (int fold = 0; fold < FOLDS; fold++) {
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
            for (Example example : asked) {
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
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = counts.grams().size() + 1;
        problem.bias = 1;
        problem.x = new Feature[problem.l][];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] =
                    row(Bag.of(counts.grams(), examples.get(i).text(), plains.get(i)), counts.rarity(), problem.n);
        }
        float[] weights = new float[counts.grams().size() * labels.size()];
        float[] biases = new float[labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            Model one = trainOne(problem, examples, labels.get(label));
            double sign = one.getLabels()[0] == 1 ? 1 : -1;
            double[] w = one.getFeatureWeights();
            for (int feature = 0; feature < counts.grams().size(); feature++) {
                weights[feature * labels.size() + label] = (float) (sign * w[feature]);
            }
            biases[label] = (float) (sign * w[w.length - 1]);
        }
        return new LinearModel(labels, counts.grams(), counts.rarity(), weights, biases, 1);
    }

    private Model trainOne(Problem problem, List<Example> examples, String label) {
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.y[i] = examples.get(i).label().equals(label) ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, COST, PRECISION);
        parameter.setRandom(new Random(seed));
        return Linear.train(problem, parameter);
    }

    private static Feature[] row(Bag bag, float[] rarity, int biasFeature) {
        Feature[] row = new Feature[bag.size() + 1];
        double squares = 0;
        for (int i = 0; i < bag.size(); i++) {
            float value = bag.strength(i) * rarity[bag.feature(i)];
            squares += value * value;
            row[i] = new FeatureNode(bag.feature(i) + 1, value);
        }
        double norm = squares == 0 ? 1 : Math.sqrt(squares);
        for (int i = 0; i < bag.size(); i++) {
            row[i].setValue(row[i].getValue() / norm);
        }
        row[bag.size()] = new FeatureNode(biasFeature, 1);
        Arrays.sort(row, Comparator.comparingInt(Feature::getIndex));
        return row;
    }
}
