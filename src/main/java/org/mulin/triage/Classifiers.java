package org.mulin.triage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/** Makes classifiers for any set of labels, without server or database. */
public interface Classifiers {
    /** The share of believed messages that is to be right. */
    double PRECISION_WANTED = 0.97;

    /**
     * Learns labels. The same messages, in the same order, and the same seed give the same classifier, bit by bit.
     *
     * @param progress told what is done next, in Chinese and English
     * @throws IllegalArgumentException when there are fewer than two labels
     */
    Classifier train(List<LabelledText> labelled, long seed, Consumer<String> progress);

    /** @throws IOException when there is no model in the folder, or a broken one, or one of another program */
    Classifier load(Path folder) throws IOException;

    /** Those of this program, found on the class path as the tables of packs are. */
    static Classifiers local() {
        Class<?> known = ClassUtils.resolveClassName(
                "org.mulin.triage.internal.LinearClassifiers", Classifiers.class.getClassLoader());
        return (Classifiers) BeanUtils.instantiateClass(known);
    }
}
