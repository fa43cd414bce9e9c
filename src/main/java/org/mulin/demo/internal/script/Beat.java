package org.mulin.demo.internal.script;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mulin.demo.internal.script.Tale.Pace;

/**
 * One step of a tale.
 *
 * @param after how long after the step before
 * @param share of the time that is left until the deadline, added to it; above 1 means late
 * @param words what is said with it; may be empty
 * @param code what the deed needs: a matter or a reason
 * @param mark satisfaction, 1 to 5
 */
public record Beat(Deed deed, Duration after, double share, String words, String code, int mark) {
    static Beat of(Deed deed, Duration after, String words) {
        return new Beat(deed, after, 0, words, "", 0);
    }

    /** When it happens: not at night unless it is urgent, and in time unless it is meant to be late. */
    public Instant at(Instant before, @Nullable Instant dueAt, Pace pace, OfficeDay office) {
        Instant planned = before.plus(after);
        if (dueAt != null && share > 0 && dueAt.isAfter(before)) {
            planned =
                    planned.plusSeconds((long) (Duration.between(before, dueAt).toSeconds() * share));
        }
        Instant shifted = office.staffed(planned, deed.isOfficial() || pace == Pace.STEADY ? pace : Pace.URGENT);
        boolean late = share > 1 || dueAt == null || !dueAt.isAfter(before);
        if (!late && share > 0 && shifted.isAfter(dueAt)) {
            Duration left = Duration.between(before, dueAt);
            return before.plus(left.multipliedBy(9).dividedBy(10));
        }
        return shifted;
    }
}
