package org.mulin.triage.internal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Classifier;
import org.mulin.triage.Text;

/**
 * Linear models of the same labels whose scores are added: one of the whole message, one of subjects for messages that
 * have nothing else, and one of the topics that words lend each other.
 */
final class Ensemble implements Classifier {
    /** What the others count for beside the model of subjects. */
    private static final double BODILESS_SHARE = 0.7;

    /**
     * How scores of one kind of message become probabilities.
     *
     * @param sureFrom as {@link Classifier#sureFrom}
     */
    record Calibration(float sharpness, double sureFrom) {
        static final Calibration NONE = new Calibration(1, Certainty.NEVER);
    }

    private final LinearModel whole;
    private final @Nullable LinearModel subject;
    private final @Nullable LinearModel topics;
    private final double topicShare;
    private final Calibration bodied;
    private final Calibration bodiless;

    Ensemble(
            LinearModel whole,
            @Nullable LinearModel subject,
            @Nullable LinearModel topics,
            double topicShare,
            Calibration bodied,
            Calibration bodiless) {
        this.whole = whole;
        this.subject = subject;
        this.topics = topics;
        this.topicShare = topicShare;
        this.bodied = bodied;
        this.bodiless = bodiless;
    }

    Ensemble calibrated(Calibration ofBodied, Calibration ofBodiless) {
        return new Ensemble(whole, subject, topics, topicShare, ofBodied, ofBodiless);
    }

    @Override
    public List<String> labels() {
        return whole.labels;
    }

    @Override
    public double[] probabilities(Text text) {
        Plain plain = Plain.of(text.whole());
        return Sharpness.softmax(scores(text, plain), (isBodiless(text, plain) ? bodiless : bodied).sharpness);
    }

    @Override
    public double sureFrom(boolean ofBodiless) {
        return (ofBodiless ? bodiless : bodied).sureFrom;
    }

    static boolean isBodiless(Text text, Plain plain) {
        int bodyAt = Bag.bodyAt(text, plain);
        return plain.length() - bodyAt <= 1 && (bodyAt >= plain.length() || plain.at(bodyAt) == Plain.BLANK);
    }

    double[] scores(Text text, Plain plain) {
        double[] scores = whole.scores(text, plain);
        if (!isBodiless(text, plain)) {
            add(topics, topicShare, text, plain, scores);
            return scores;
        }
        for (int label = 0; subject != null && label < scores.length; label++) {
            scores[label] *= BODILESS_SHARE;
        }
        add(subject, 1, text, plain, scores);
        add(topics, BODILESS_SHARE, text, plain, scores);
        return scores;
    }

    private static void add(@Nullable LinearModel model, double share, Text text, Plain plain, double[] scores) {
        if (model != null && share > 0) {
            double[] more = model.scores(text, plain);
            for (int label = 0; label < scores.length; label++) {
                scores[label] += share * more[label];
            }
        }
    }

    @Override
    public long save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path written = folder.resolve(ModelFile.NAME + ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
            ModelFile.begin(out);
            ModelFile.write(out, whole);
            ModelFile.write(out, subject);
            ModelFile.write(out, topics);
            out.writeDouble(topicShare);
            for (Calibration calibration : List.of(bodied, bodiless)) {
                out.writeFloat(calibration.sharpness);
                out.writeDouble(calibration.sureFrom);
            }
        }
        Path file = folder.resolve(ModelFile.NAME);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Files.size(file);
    }

    static Ensemble load(DataInputStream in) throws IOException {
        LinearModel whole = ModelFile.read(in);
        LinearModel subject = ModelFile.read(in);
        LinearModel topics = ModelFile.read(in);
        if (whole == null) {
            throw new IOException("the model is broken 模型文件已损坏");
        }
        double topicShare = in.readDouble();
        Calibration bodied = new Calibration(in.readFloat(), in.readDouble());
        Calibration bodiless = new Calibration(in.readFloat(), in.readDouble());
        return new Ensemble(whole, subject, topics, topicShare, bodied, bodiless);
    }
}
