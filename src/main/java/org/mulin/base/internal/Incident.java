package org.mulin.base.internal;

import org.jspecify.annotations.Nullable;

/** A stack trace without messages: messages may carry what a user wrote. */
final class Incident {
    private static final int FRAMES_MAX = 25;

    private Incident() {}

    static String trace(Throwable thrown) {
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
