package org.mulin.ticket.internal.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.WorkingCalendar;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;

/**
 * How one decision would have come out otherwise.
 *
 * @param fromUnit null where people had to decide, like {@code toUnit}
 * @param minutes of office time between the two deadlines; negative when the new one is earlier
 */
record Shift(@Nullable UUID fromUnit, @Nullable UUID toUnit, Instant dueBefore, Instant dueAfter, long minutes) {

    /** Empty when unit and deadline are the same. */
    static Optional<Shift> between(DispatchDecision before, DispatchDecision after, WorkingCalendar calendar) {
        Instant dueBefore = before.deadline().at();
        Instant dueAfter = after.deadline().at();
        UUID fromUnit = id(before.unit());
        UUID toUnit = id(after.unit());
        return Objects.equals(fromUnit, toUnit) && dueBefore.equals(dueAfter)
                ? Optional.empty()
                : Optional.of(
                        new Shift(fromUnit, toUnit, dueBefore, dueAfter, officeMinutes(dueBefore, dueAfter, calendar)));
    }

    private static long officeMinutes(Instant before, Instant after, WorkingCalendar calendar) {
        boolean later = after.isAfter(before);
        Duration office = later ? calendar.officeTime(before, after) : calendar.officeTime(after, before);
        return later ? office.toMinutes() : -office.toMinutes();
    }

    private static @Nullable UUID id(@Nullable UnitRef unit) {
        return unit == null ? null : unit.id();
    }
}
