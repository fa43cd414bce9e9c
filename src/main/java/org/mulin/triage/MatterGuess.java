package org.mulin.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter the message may be about.
 *
 * @param code of a leaf matter in matters.csv
 * @param probability 0 to 1; all matters of the catalogue together make 1 less what speaks for none of them
 * @param tellingWords words of the message that spoke for this matter, strongest first, at most 5
 * @param backing what stands behind the probability; null when a person says so
 */
public record MatterGuess(
        String code,
        double probability,
        List<String> tellingWords,
        @Nullable Backing backing) {
    /** What a person says. */
    public static MatterGuess sure(String code) {
        return new MatterGuess(code, 1, List.of(), null);
    }
}
