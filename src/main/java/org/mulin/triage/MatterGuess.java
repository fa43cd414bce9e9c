package org.mulin.triage;

import java.util.List;

/**
 * A matter the message may be about.
 *
 * @param code of a leaf matter in matters.csv
 * @param probability 0 to 1; all matters of the catalogue together make 1 less what speaks for none of them
 * @param tellingWords words of the message that spoke for this matter, strongest first, at most 5
 */
public record MatterGuess(String code, double probability, List<String> tellingWords) {}
