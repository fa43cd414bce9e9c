package org.mulin.ticket.internal.open;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;

/**
 * What a list of public matters asks for; what is null does not narrow it.
 *
 * @param area code; everything below it too
 * @param matter code of a class or a leaf
 * @param q two characters or more of the words or of the matter's name, or a whole number
 */
record OpenFilter(
        @Nullable String area,
        @Nullable String matter,
        @Nullable OpenStage stage,
        @Nullable String q) {
    private static final int CHARS_MIN = 2;
    private static final int CHARS_MAX = 100;

    OpenFilter {
        q = q == null || q.isBlank() ? null : q.strip();
        if (q != null && q.length() < CHARS_MIN) {
            throw Malformed.of("q", "field-too-short", CHARS_MIN);
        }
        if (q != null && q.length() > CHARS_MAX) {
            throw Malformed.of("q", "field-too-long", CHARS_MAX);
        }
    }

    /** Whether what is shown holds what is sought: nobody is found by what the mask hides. */
    boolean isIn(String shown) {
        return q == null || shown.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }
}
