package org.mulin.base.internal;

import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;

/** Something broke: whoever asked gets a number, and the log says under that number where it arose. */
final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final int FRAMES_MAX = 25;

    private Incident() {}

    /** Nothing user-made reaches the log: only the number, the kind of exception and where it arose. */
    static ProblemDetail report(@Nullable Throwable broken, Problems problems, Locale locale) {
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("incident {} {}", incident, trace(broken));
        ProblemDetail problem = problems.problem(locale, "internal", incident);
        problem.setProperty("incident", incident);
        return problem;
    }

    /** A stack trace without messages: messages may carry what a user wrote. */
    private static String trace(@Nullable Throwable thrown) {
        var text = new StringBuilder();
        for (@Nullable Throwable each = thrown; each != null; each = each.getCause()) {
            text.append('\n').append(each.getClass().getName());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
                text.append("\n\tat ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
