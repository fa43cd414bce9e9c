package org.mulin.policy;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.mulin.base.Said;

/**
 * One line of the reckoning of a deadline; {@code date} and all times are in the city's time zone.
 *
 * @param said what people are told of it; steps kept before there were codes hold their sentence as {@code text}
 */
public record DeadlineStep(
        LocalDate date,
        DeadlineStepKind kind,
        @JsonAlias("text") Said said) {
    static final String KEPT = "deadline.kept";

    static DeadlineStep began(ZonedDateTime at) {
        return step(at, DeadlineStepKind.START, "deadline.began", local(at));
    }

    static DeadlineStep startDay(ZonedDateTime at) {
        return step(at, DeadlineStepKind.START, "deadline.start-day", local(at));
    }

    static DeadlineStep counted(LocalDate day, int number, Limit limit, WorkingCalendar calendar) {
        String code = "deadline.counted-" + limit.unit().suffix();
        return step(day, DeadlineStepKind.COUNTED, code, day, named(day, calendar), number);
    }

    static DeadlineStep dayOff(LocalDate day, WorkingCalendar calendar) {
        return step(day, DeadlineStepKind.SKIPPED, "deadline.day-off", day, named(day, calendar));
    }

    static DeadlineStep moved(LocalDate day, WorkingCalendar calendar) {
        return step(day, DeadlineStepKind.MOVED, "deadline.moved", day, named(day, calendar));
    }

    static DeadlineStep officeHours(ZonedDateTime from, ZonedDateTime to, Duration left) {
        Duration counted = Duration.between(from, to);
        return left.isZero()
                ? step(from, DeadlineStepKind.DUE, "deadline.last-hours", local(from), local(to), counted)
                : step(from, DeadlineStepKind.COUNTED, "deadline.hours", local(from), local(to), counted, left);
    }

    static DeadlineStep aroundTheClock(ZonedDateTime due, Limit limit) {
        return step(due, DeadlineStepKind.DUE, "deadline.around-the-clock", limit.amount(), local(due));
    }

    static DeadlineStep stretch(ZonedDateTime from, ZonedDateTime to, Duration left) {
        Duration counted = Duration.between(from, to);
        return step(from, DeadlineStepKind.COUNTED, "deadline.stretch", local(from), local(to), counted, left);
    }

    static DeadlineStep lastStretch(ZonedDateTime due, Duration counted) {
        return step(due, DeadlineStepKind.DUE, "deadline.last-stretch", counted, local(due));
    }

    static DeadlineStep paused(ZonedDateTime from, ZonedDateTime until) {
        return step(from, DeadlineStepKind.PAUSED, "deadline.paused", local(from), local(until));
    }

    static DeadlineStep extended(ZonedDateTime due, Limit by) {
        return step(due, DeadlineStepKind.EXTENDED, "deadline.extended", by, local(due));
    }

    static DeadlineStep due(ZonedDateTime at) {
        return step(at, DeadlineStepKind.DUE, "deadline.due", local(at));
    }

    static DeadlineStep kept(ZonedDateTime promised) {
        return step(promised, DeadlineStepKind.DUE, KEPT, local(promised));
    }

    private static DeadlineStep step(ZonedDateTime at, DeadlineStepKind kind, String code, Object... arguments) {
        return step(at.toLocalDate(), kind, code, arguments);
    }

    private static DeadlineStep step(LocalDate day, DeadlineStepKind kind, String code, Object... arguments) {
        return new DeadlineStep(day, kind, Said.of(code, arguments));
    }

    private static LocalDateTime local(ZonedDateTime at) {
        return at.toLocalDateTime();
    }

    private static String named(LocalDate day, WorkingCalendar calendar) {
        return calendar.nameOf(day).orElse("");
    }
}
