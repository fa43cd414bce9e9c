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
 * Linear models of the same labels: one of the whole message and, for messages that have nothing else, one of subjects;
 * there the scores of both are added.
 */
final class Ensemble implements Classifier {
    /** What the model of whole messages counts for beside that of subjects. */
    private static final double BODILESS_SHARE = 0.7;

    /**
     * How scores of one kind of message become probabilities.
     *
     * @param sureFrom as {@link Classifier#sureFrom}
     */
    record Calibration(Levelling levelling, double sureFrom) {
        static final Calibration NONE = new Calibration(Levelling.NONE, Certainty.NEVER);
    }

    private final LinearModel whole;
    private final @Nullable LinearModel subject;
    private final Calibration bodied;
    private final Calibration bodiless;

    Ensemble(LinearModel whole, @Nullable LinearModel subject, Calibration bodied, Calibration bodiless) {
        this.whole = whole;
        this.subject = subject;
        this.bodied = bodied;
        this.bodiless = bodiless;
    }

    Ensemble calibrated(Calibration ofBodied, Calibration ofBodiless) {
        return new Ensemble(whole, subject, ofBodied, ofBodiless);
    }

    @Override
    public List<String> labels() {
        return whole.labels;
    }

    @Override
    public double[] probabilities(Text text) {
        Plain plain = Plain.of(text.whole());
        Calibration calibration = isBodiless(text, plain) ? bodiless : bodied;
        return calibration.levelling.probabilities(scores(text, plain));
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
        if (subject != null && isBodiless(text, plain)) {
            double[] ofSubject = subject.scores(text, plain);
            for (int label = 0; label < scores.length; label++) {
                scores[label] = BODILESS_SHARE * scores[label] + ofSubject[label];
            }
        }
        return scores;
    }

    @Override
    public long save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path written = folder.resolve(ModelFile.NAME + ".new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
            ModelFile.begin(out);
            ModelFile.write(out, whole);
            ModelFile.write(out, subject);
            for (Calibration calibration : List.of(bodied, bodiless)) {
                out.writeFloat(calibration.levelling.sharpness());
                out.writeFloat(calibration.levelling.level());
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
        if (whole == null) {
            throw new IOException("the model is broken 模型文件已损坏");
        }
        Calibration bodied = calibration(in);
        Calibration bodiless = calibration(in);
        return new Ensemble(whole, subject, bodied, bodiless);
    }

    private static Calibration calibration(DataInputStream in) throws IOException {
        return new Calibration(new Levelling(in.readFloat(), in.readFloat()), in.readDouble());
    }
}
