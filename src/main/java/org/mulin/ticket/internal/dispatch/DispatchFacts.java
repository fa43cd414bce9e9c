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
        List<UnitAnswer> units) {
    public DispatchFacts {
        tellingWords = List.copyOf(tellingWords);
        areaPath = List.copyOf(areaPath);
        units = List.copyOf(units);
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
                List.of());
    }

    DispatchFacts answered(List<UnitAnswer> answers) {
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
                answers);
    }
}
