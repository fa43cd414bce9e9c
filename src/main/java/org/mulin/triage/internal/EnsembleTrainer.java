package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mulin.triage.Classifiers;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;

/**
 * Trains an {@link Ensemble} by a recipe, and calibrates it on messages that it had not seen, part by part.
 * The same messages and seed give the same classifier, bit by bit.
 */
final class EnsembleTrainer {
    private static final int FOLDS = 4;
    /** A slope that small changes no decision. */
    private static final double PRECISION = 0.05;

    /** What the weights of a model may take; the grams are fewer where there are more labels. */
    private static final int WHOLE_BYTES_MAX = 28 << 20;

    private static final int SUBJECT_BYTES_MAX = 9 << 20;

    private final Recipe recipe;
    private final long seed;
    private final List<LabelledText> labelled;
    private final List<Plain> plains;
    private final List<Text> subjects;
    private final List<Plain> subjectPlains;
    private final List<String> labels;

    EnsembleTrainer(Recipe recipe, List<LabelledText> labelled, long seed) {
        this.recipe = recipe;
        this.labelled = labelled;
        this.seed = seed;
        labels = List.copyOf(
                new TreeSet<>(labelled.stream().map(LabelledText::label).toList()));
        if (labels.size() < 2) {
            throw new IllegalArgumentException("a classifier needs at least two labels 至少需要两种标签");
        }
        plains = plains(labelled.stream().map(LabelledText::text).toList());
        subjects = labelled.stream()
                .map(each -> new Text(each.text().subject(), ""))
                .toList();
        subjectPlains = plains(subjects);
    }

    Ensemble train(Consumer<String> progress) {
        HeldOut heldOut = new HeldOut();
        int[] folds = Folds.deal(labelled.stream().map(LabelledText::group).toList(), FOLDS, seed);
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.accept("留出校准 calibrating on held-out messages %d/%d".formatted(fold + 1, FOLDS));
            int held = fold;
            int[] taught = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != held)
                    .toArray();
            Ensemble model = fit(taught);
            IntStream.range(0, folds.length).filter(i -> folds[i] == held).forEach(i -> ask(model, i, heldOut));
        }
        progress.accept("训练模型 training the model");
        return fit(IntStream.range(0, folds.length).toArray())
                .calibrated(heldOut.bodied.calibration(), heldOut.bodiless.calibration());
    }

    /** Which label is likeliest is decided; how likely it is is not. Takes a fifth of the time. */
    Ensemble trainUncalibrated() {
        return fit(IntStream.range(0, labelled.size()).toArray());
    }

    /** The ensemble of some of the messages, not calibrated. */
    private Ensemble fit(int[] rows) {
        LinearModel whole = whole(rows);
        LinearModel subject = recipe.subjectAlone() ? subject(rows) : null;
        return new Ensemble(whole, subject, Ensemble.Calibration.NONE, Ensemble.Calibration.NONE);
    }

    private void ask(Ensemble model, int row, HeldOut heldOut) {
        int truth = labels.indexOf(labelled.get(row).label());
        Text text = labelled.get(row).text();
        if (!Ensemble.isBodiless(text, plains.get(row))) {
            heldOut.bodied.add(model.scores(text, plains.get(row)), truth);
        }
        heldOut.bodiless.add(model.scores(subjects.get(row), subjectPlains.get(row)), truth);
    }

    private LinearModel whole(int[] rows) {
        List<Text> texts = pick(labelled, rows).stream().map(LabelledText::text).toList();
        List<Plain> plain = pick(plains, rows);
        return model(
                texts,
                plain,
                new GramCounts.Choice(true, recipe.subjectShare() > 0, recipe.longest(), 2, grams(WHOLE_BYTES_MAX)),
                recipe.subjectShare(),
                recipe.cost(),
                rows);
    }

    private LinearModel subject(int[] rows) {
        var choice = new GramCounts.Choice(false, true, recipe.longest(), 2, grams(SUBJECT_BYTES_MAX));
        return model(pick(subjects, rows), pick(subjectPlains, rows), choice, 1, 1, rows);
    }

    private LinearModel model(
            List<Text> texts,
            List<Plain> plain,
            GramCounts.Choice choice,
            float subjectShare,
            double cost,
            int[] from) {
        GramCounts counts = GramCounts.of(texts, plain, choice);
        float[] scale = recipe.naiveBayes() ? ones(counts.grams().size()) : counts.rarity();
        Space space = new Space(counts.grams(), scale, subjectShare, 0);
        LogisticRegression.Rows rows = space.rows(texts, plain);
        double[][] weights = new double[labels.size()][];
        IntStream.range(0, labels.size()).parallel().forEach(label -> {
            boolean[] positive = positive(label, from);
            double[] freedoms = recipe.naiveBayes() ? NaiveBayes.freedoms(rows, positive) : all(1, rows.featureCount());
            weights[label] = SupportVectors.weights(rows, freedoms, cost, PRECISION, positive, seed);
        });
        return LinearModel.of(labels, space, weights);
    }

    private boolean[] positive(int label, int[] from) {
        boolean[] positive = new boolean[from.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labelled.get(from[i]).label().equals(labels.get(label));
        }
        return positive;
    }

    private int grams(int bytes) {
        return bytes / (Long.BYTES + Float.BYTES * (labels.size() + 1));
    }

    private static List<Plain> plains(List<Text> texts) {
        return texts.stream().map(text -> Plain.of(text.whole())).toList();
    }

    private static <T> List<T> pick(List<T> all, int[] rows) {
        List<T> picked = new ArrayList<>(rows.length);
        for (int row : rows) {
            picked.add(all.get(row));
        }
        return picked;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] all(double value, int size) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    /** Scores of messages by models that had not seen them. */
    private static final class HeldOut {
        private final Scored bodied = new Scored();
        private final Scored bodiless = new Scored();
    }

    private static final class Scored {
        private final List<double[]> scores = new ArrayList<>();
        private final List<Integer> truths = new ArrayList<>();

        void add(double[] score, int truth) {
            scores.add(score);
            truths.add(truth);
        }

        Ensemble.Calibration calibration() {
            Levelling levelling = Levelling.fit(scores, truths);
            List<Certainty.Judged> judged = new ArrayList<>();
            for (int i = 0; i < scores.size(); i++) {
                double[] shares = levelling.probabilities(scores.get(i));
                int top = Evaluation.top(shares);
                judged.add(new Certainty.Judged(shares[top], top == truths.get(i)));
            }
            return new Ensemble.Calibration(levelling, Certainty.from(judged, Classifiers.PRECISION_WANTED));
        }
    }
}
