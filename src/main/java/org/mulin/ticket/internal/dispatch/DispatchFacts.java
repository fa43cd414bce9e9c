package org.mulin.ticket.internal.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Backing;
import org.mulin.triage.PlaceSource;

/**
 * All that a decision looks at beside the pack; stored with it, so that anyone can decide again.
 *
 * @param matterCode null when nothing could be read or decided
 * @param matterConfidence 0 to 1; 1 when a person decided
 * @param backing what stands behind the machine's reading of the matter; null when a person decided, and in
 *     decisions of before it was kept
 * @param areaPath names from the city down to the place
 * @param areaKey key of the place; of the whole city when it is not placed
 * @param placedBy null when it is not placed
 * @param placeWords the words that named the place
 * @param chosenUnit code of the unit that a person named, or that had it before
 * @param dueBefore when the unit that had it before was due, if a person moves it on; null otherwise
 * @param units what the directory of units answered
 * @param dangers what the words tell of danger to life; none in decisions of before it was looked for
 */
public record DispatchFacts(
        DispatchCause cause,
        Instant at,
        @Nullable String matterCode,
        double matterConfidence,
        List<String> tellingWords,
        @Nullable Backing backing,
        List<String> areaPath,
        String areaCode,
        String areaKey,
        @Nullable PlaceSource placedBy,
        double placeConfidence,
        @Nullable String placeWords,
        @Nullable String chosenUnit,
        @Nullable Instant dueBefore,
        List<UnitAnswer> units,
        List<Danger> dangers) {
    public DispatchFacts {
        tellingWords = List.copyOf(tellingWords);
        areaPath = List.copyOf(areaPath);
        units = List.copyOf(units);
        // absent in decisions of before it was looked for
        dangers = dangers == null ? List.of() : List.copyOf(dangers);
    }

    public boolean placed() {
        return placedBy != null;
    }

    /** The same matter and place, decided for another cause at another time. */
    public DispatchFacts again(
            DispatchCause newCause, Instant now, @Nullable String unitCode, @Nullable Instant dueUntilNow) {
        return new DispatchFacts(
                newCause,
                now,
                matterCode,
                matterConfidence,
                tellingWords,
                backing,
                areaPath,
                areaCode,
                areaKey,
                placedBy,
                placeConfidence,
                placeWords,
                unitCode,
                dueUntilNow,
                List.of(),
                dangers);
    }

    DispatchFacts answered(List<UnitAnswer> answers) {
        return with(answers, dangers);
    }

    /** The same with what its words tell of danger. */
    public DispatchFacts endangered(List<Danger> found) {
        return with(units, found);
    }

    private DispatchFacts with(List<UnitAnswer> answers, List<Danger> found) {
        return new DispatchFacts(
                cause,
                at,
                matterCode,
                matterConfidence,
                tellingWords,
                backing,
                areaPath,
                areaCode,
                areaKey,
                placedBy,
                placeConfidence,
                placeWords,
                chosenUnit,
                dueBefore,
                answers,
                found);
    }

    /** It comes in and tells of danger to life. */
    public boolean alarming() {
        return !dangers.isEmpty() && isIntake();
    }

    /** It comes in: nobody has looked at its place yet. */
    boolean isIntake() {
        return isAutomatic() || cause == DispatchCause.RECORDED;
    }

    /** Nobody here has looked at it yet. */
    boolean isAutomatic() {
        return cause == DispatchCause.INTAKE || cause == DispatchCause.CHOSEN;
    }
}
