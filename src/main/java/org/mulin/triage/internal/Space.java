package org.mulin.triage.internal;

import java.util.List;
import org.mulin.triage.Text;

/**
 * How texts become vectors. Grams of the whole message are one block, and where the index holds grams of subjects
 * ({@link Bag#SUBJECT}) those of the subject are another; each block has its own length, so that a long body does not
 * drown the line above it.
 *
 * @param scale what a gram counts for, beside how often it is said
 * @param subjectShare length of the block of subject grams, where that of the other is one
 * @param unknownSquare what a pair of unknown letters adds to the square of the length: what is unknown makes the rest
 *     less certain
 */
record Space(GramIndex grams, float[] scale, float subjectShare, float unknownSquare) {
    /** The vector, of length one; shorter where the text holds unknown letters. */
    Sparse vector(Text text, Plain plain) {
        Bag whole = Bag.of(grams, text, plain);
        Bag subject = subjectShare > 0 ? Bag.ofSubject(grams, text, plain) : Bag.EMPTY;
        int size = whole.size() + subject.size();
        int[] features = new int[size];
        float[] values = new float[size];
        double squares = fill(whole, 0, features, values) + whole.unknown() * unknownSquare;
        double subjects = fill(subject, whole.size(), features, values);
        double length = Math.hypot(squares > 0 ? 1 : 0, subjects > 0 ? subjectShare : 0);
        multiply(values, 0, whole.size(), squares > 0 ? 1 / length / Math.sqrt(squares) : 0);
        multiply(values, whole.size(), size, subjects > 0 ? subjectShare / length / Math.sqrt(subjects) : 0);
        return new Sparse(features, values, size);
    }

    /** The vectors one after the other, each with one more feature that is always there: the bias. */
    LogisticRegression.Rows rows(List<Text> texts, List<Plain> plains) {
        Sparse[] vectors = new Sparse[texts.size()];
        int[] starts = new int[vectors.length + 1];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(texts.get(i), plains.get(i));
            starts[i + 1] = starts[i] + vectors[i].size() + 1;
        }
        int[] features = new int[starts[vectors.length]];
        float[] values = new float[features.length];
        for (int i = 0; i < vectors.length; i++) {
            int size = vectors[i].size();
            System.arraycopy(vectors[i].features(), 0, features, starts[i], size);
            System.arraycopy(vectors[i].values(), 0, values, starts[i], size);
            features[starts[i] + size] = grams.size();
            values[starts[i] + size] = 1;
        }
        return new LogisticRegression.Rows(starts, features, values, grams.size() + 1);
    }

    /** @return the sum of the squares */
    private double fill(Bag bag, int from, int[] features, float[] values) {
        double squares = 0;
        for (int i = 0; i < bag.size(); i++) {
            int feature = bag.feature(i);
            float value = bag.strength(i) * scale[feature];
            features[from + i] = feature;
            values[from + i] = value;
            squares += value * value;
        }
        return squares;
    }

    private static void multiply(float[] values, int from, int to, double factor) {
        for (int i = from; i < to; i++) {
            values[i] *= (float) factor;
        }
    }
}
