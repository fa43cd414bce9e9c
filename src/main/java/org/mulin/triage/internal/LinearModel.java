package org.mulin.triage.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mulin.triage.Text;

/**
 * A linear model over grams: one weight per gram and label, one bias per label. Scores become probabilities by a
 * softmax whose sharpness was fitted on examples that the weights had not seen. Immutable; safe for all threads.
 */
final class LinearModel {
    /** The label of what is about none of the others. */
    static final String NONE = "";

    /** Raised as well when models are made otherwise: those of an older program are then made anew. */
    private static final int FORMAT = 4;

    final List<String> labels;
    private final Space space;
    private final float[] weights;
    private final float[] biases;
    private final float sharpness;
    private final Vocabulary vocabulary;
    /** Of each gram's weights. */
    private final float[] means;

    /** @param weights of gram g and label l at g * labels + l */
    LinearModel(
            List<String> labels, Space space, float[] weights, float[] biases, float sharpness, Vocabulary vocabulary) {
        this.labels = List.copyOf(labels);
        this.space = space;
        this.weights = weights;
        this.biases = biases;
        this.sharpness = sharpness;
        this.vocabulary = vocabulary;
        means = means(weights, labels.size());
    }

    /** @param weights of each label, of its features and last its bias */
    static LinearModel of(List<String> labels, Space space, double[][] weights) {
        int features = space.grams().size();
        float[] all = new float[features * labels.size()];
        float[] biases = new float[labels.size()];
        for (int label = 0; label < biases.length; label++) {
            for (int feature = 0; feature < features; feature++) {
                all[feature * biases.length + label] = (float) weights[label][feature];
            }
            biases[label] = (float) weights[label][features];
        }
        return new LinearModel(labels, space, all, biases, 1, Vocabulary.NONE);
    }

    LinearModel withSharpness(float fitted) {
        return new LinearModel(labels, space, weights, biases, fitted, vocabulary);
    }

    LinearModel knowing(Vocabulary words) {
        return new LinearModel(labels, space, weights, biases, sharpness, words);
    }

    /** The share of the message's words that the model has hardly seen. */
    double unfamiliar(Plain plain) {
        return vocabulary.unfamiliar(plain);
    }

    float sharpness() {
        return sharpness;
    }

    /** Raw scores by label; all biases when the text holds no known gram. */
    double[] scores(Text text, Plain plain) {
        Sparse vector = space.vector(text, plain);
        double[] sums = new double[labels.size()];
        for (int label = 0; label < sums.length; label++) {
            sums[label] = biases[label];
        }
        for (int i = 0; i < vector.size(); i++) {
            float value = vector.values()[i];
            int row = vector.features()[i] * sums.length;
            for (int label = 0; label < sums.length; label++) {
                sums[label] += value * weights[row + label];
            }
        }
        return sums;
    }

    double[] probabilities(double[] scores) {
        return Sharpness.softmax(scores, sharpness);
    }

    /** The number of a gram for {@link #pull}, or -1 when it is unknown. */
    int feature(long gram) {
        return space.grams().find(gram);
    }

    /** How much a known gram speaks for a label more than for the labels on average. */
    float pull(int feature, int label) {
        return space.scale()[feature] * (weights[feature * labels.size() + label] - means[feature]);
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(labels.size());
            for (String label : labels) {
                out.writeUTF(label);
            }
            GramIndex grams = space.grams();
            out.writeInt(grams.size());
            for (int feature = 0; feature < grams.size(); feature++) {
                out.writeLong(grams.key(feature));
            }
            writeAll(out, space.scale());
            out.writeFloat(space.subjectShare());
            out.writeFloat(space.unknownSquare());
            writeAll(out, weights);
            writeAll(out, biases);
            out.writeFloat(sharpness);
            long[] words = vocabulary.words();
            out.writeInt(words.length);
            for (long word : words) {
                out.writeLong(word);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static boolean isCurrent(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt() == FORMAT;
    }

    /** @throws IllegalStateException when the bytes are of another format */
    static LinearModel fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalStateException("a model of another format");
            }
            int labelCount = in.readInt();
            List<String> labels = new ArrayList<>(labelCount);
            for (int i = 0; i < labelCount; i++) {
                labels.add(in.readUTF());
            }
            int gramCount = in.readInt();
            GramIndex grams = new GramIndex(gramCount);
            for (int i = 0; i < gramCount; i++) {
                grams.add(in.readLong());
            }
            Space space = new Space(grams, readAll(in, gramCount), in.readFloat(), in.readFloat());
            float[] weights = readAll(in, gramCount * labelCount);
            float[] biases = readAll(in, labelCount);
            float sharpness = in.readFloat();
            long[] words = new long[in.readInt()];
            for (int i = 0; i < words.length; i++) {
                words[i] = in.readLong();
            }
            return new LinearModel(labels, space, weights, biases, sharpness, Vocabulary.of(words));
        } catch (IOException e) {
            throw new IllegalStateException("a broken model", e);
        }
    }

    private static float[] means(float[] weights, int labels) {
        float[] means = new float[weights.length / labels];
        for (int feature = 0; feature < means.length; feature++) {
            for (int label = 0; label < labels; label++) {
                means[feature] += weights[feature * labels + label] / labels;
            }
        }
        return means;
    }

    private static void writeAll(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readAll(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
