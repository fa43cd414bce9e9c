package org.mulin.policy;

import java.time.Instant;
import java.util.List;

/**
 * When something is due, with the steps that lead there. A pure function of a term (start, limit, pauses, extensions)
 * and a calendar.
 *
 * <p>Day limits: the day of the start does not count (《民法典》第二百零一条); the limit ends at close of business on the last
 * day; a last natural day that is a day off moves to the next working day (第二百零三条). 工作时 count office hours only,
 * 紧急工作时 run around the clock; both begin at once.
 *
 * <p>While a pause lasts no hour counts, and no day at whose close of business the clock stands still. An extension is
 * counted, in its own kind of time, from the moment that was due before it.
 */
public record Deadline(Instant at, Limit limit, List<DeadlineStep> steps) {
    public Deadline {
        steps = List.copyOf(steps);
    }

    public static Deadline of(Instant start, Limit limit, WorkingCalendar calendar) {
        return of(Term.of(start, limit), calendar);
    }

    public static Deadline of(Term term, WorkingCalendar calendar) {
        return new Reckoner(term, calendar).reckon();
    }

    /** Whether the moment was given from elsewhere, not reckoned from the limit. */
    public boolean wasGiven() {
        return steps.getLast().said().code().equals(DeadlineStep.KEPT);
    }

    /** The same limit, but due at a moment that was promised before. */
    public Deadline keptAt(Instant promised, WorkingCalendar calendar) {
        return new Deadline(promised, limit, List.of(DeadlineStep.kept(promised.atZone(calendar.zone()))));
    }
}
