package org.mulin.triage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells which of its labels a message bears. Immutable; safe for all threads; never fails, whatever the text holds. */
public interface Classifier {
    /** All labels, sorted. */
    List<String> labels();

    /** Of each label how likely it is, in the order of {@link #labels}; they add up to 1. Linear in the length. */
    double[] probabilities(Text text);

    /**
     * From which probability of the likeliest label on a message may be believed without asking anybody: among held-out
     * messages of the training as sure as that, {@value Classifiers#PRECISION_WANTED} were right. Above 1 if none.
     *
     * @param bodiless of messages that consist of a subject only
     */
    double sureFrom(boolean bodiless);

    /** Writes the one file of the model into the folder, which is made. @return its bytes */
    long save(Path folder) throws IOException;
}
