package org.mulin.triage.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How model cards are shown. Shares are between 0 and 1. */
final class ModelViews {
    private ModelViews() {}

    /** @param why in the reader's language, with what the person said */
    record ModelStepView(ModelState state, Instant at, String who, String why) {}

    /** From {@code from} on {@code precision} of the held-back tickets were right; they are {@code coverage} of all. */
    record SureView(double from, double precision, double coverage) {}

    /**
     * On held-back tickets.
     *
     * @param sure from which probability on the pack's precision is reached; null when the tickets are too few to tell
     *     or it is not reached
     */
    record TrialView(
            int tickets,
            int right,
            double accuracy,
            double macroF1,
            double calibrationError,
            @Nullable SureView sure) {}

    /** @param right of the same held-back tickets */
    record RivalView(long version, int right) {}

    /**
     * @param cold whether it learnt from the catalogue's phrases only
     * @param corrections all that there were when it was made, those held back among them
     * @param confirmed confirmed tickets that it learnt from
     * @param mattersLearnt matters with as many of them as the pack asks for
     * @param kept whether it can still be put in service; of older models the card stays
     * @param trial null when no tickets were held back
     * @param rival the model that was in service; null when nothing was compared
     * @param steps what became of it, the last one last
     */
    record ModelView(
            long version,
            ModelState state,
            Instant trainedAt,
            long catalogueVersion,
            boolean cold,
            int examples,
            int corrections,
            int confirmed,
            int mattersLearnt,
            int sizeBytes,
            boolean kept,
            @Nullable TrialView trial,
            @Nullable RivalView rival,
            List<ModelStepView> steps) {}

    /**
     * What the pack says, and how much there is.
     *
     * @param serving null only before the first model has been made
     * @param taught confirmed tickets to learn from
     * @param heldBack confirmed tickets held back
     * @param comparedMin held-back tickets that a comparison takes
     * @param chosen whether a person put it in service: it stays until a comparison is possible
     * @param waiting whether some have come that the newest model has not seen
     */
    record ServiceView(
            @Nullable ModelView serving,
            long catalogueVersion,
            int taught,
            int heldBack,
            int comparedMin,
            boolean chosen,
            boolean waiting,
            double precision,
            int heldBackMin,
            int confirmedMin,
            int keptMax) {}

    /** Two models on the held-back tickets of now. */
    record ComparisonView(
            long version, long other, TrialView trial, TrialView otherTrial, int onlyThisRight, int onlyOtherRight) {}

    static TrialView trial(int tickets, int right, double macroF1, double error, @Nullable SureView sure) {
        return new TrialView(tickets, right, tickets == 0 ? 0 : (double) right / tickets, macroF1, error, sure);
    }
}
