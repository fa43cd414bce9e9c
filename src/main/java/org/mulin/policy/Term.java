package org.mulin.policy;

import java.time.Instant;
import java.util.List;

/**
 * 时限: everything that decides a deadline but the calendar. The deadline is reckoned from it anew each time and never
 * moved by hand, so that whoever has the same term and calendar comes to the same moment.
 *
 * @param pauses in order, apart from each other
 * @param extensions 延期, each counted from the moment that was due before it
 */
public record Term(Instant start, Limit limit, List<Pause> pauses, List<Limit> extensions) {
    public Term {
        for (int i = 1; i < pauses.size(); i++) {
            if (pauses.get(i).from().isBefore(pauses.get(i - 1).until())) {
                throw new IllegalArgumentException("a clock that stands still cannot be stopped: " + pauses);
            }
        }
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** A limit that nothing has stopped or made longer. */
    public static Term of(Instant start, Limit limit) {
        return new Term(start, limit, List.of(), List.of());
    }
}
