package org.mulin.base;

import java.util.Arrays;
import java.util.List;

/**
 * Something to be said to people, kept as a code of texts.csv and its arguments, never as a finished sentence: it is
 * put into words only when somebody reads it, in that reader's language ({@link Texts}).
 *
 * @param arguments neutral to language: names as the city gives them, numbers, ISO days, times and durations, limits
 *     as packs write them; the text says how each is shown
 */
public record Said(String code, List<String> arguments) {
    /** The text that says its one argument and nothing else. */
    static final String VERBATIM = "verbatim";

    public Said {
        arguments = List.copyOf(arguments);
    }

    public static Said of(String code, Object... arguments) {
        return new Said(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Sentences that were stored before there were codes are said as they stand (JSON readers find this by name). */
    public static Said valueOf(String sentence) {
        return of(VERBATIM, sentence);
    }
}
