package org.mulin.base;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ProblemDetail;

/** Makes problem answers (RFC 9457) from codes of problems.csv, in the reader's language. */
public interface Problems {
    ProblemDetail problem(Locale locale, String code, Object... arguments);

    /** The sentence alone, for lists of rejected lines. */
    String text(Locale locale, String code, List<Object> arguments);
}
