package org.mulin.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mulin.policy.WorkingCalendar.OfficeHours;

/**
 * When something is due, with the steps that lead there. A pure function of start, limit and calendar.
 *
 * <p>Day limits: the day of the start does not count (《民法典》第二百零一条); the limit ends at close of business on the last
 * day; a last natural day that is a day off moves to the next working day (第二百零三条). 工作时 count office hours only,
 * 紧急工作时 run around the clock; both begin at once.
 */
public record Deadline(Instant at, Limit limit, List<DeadlineStep> steps) {
    public Deadline {
        steps = List.copyOf(steps);
    }

    public static Deadline of(Instant start, Limit limit, WorkingCalendar calendar) {
        return switch (limit.unit()) {
            case URGENT_HOUR -> aroundTheClock(start, limit, calendar);
            case WORKING_HOUR -> withinOfficeHours(start, limit, calendar);
            case WORKING_DAY -> workingDays(start, limit, calendar);
            case NATURAL_DAY -> naturalDays(start, limit, calendar);
        };
    }

    /** The same limit, but due at a moment that was promised before. */
    public Deadline keptAt(Instant promised, WorkingCalendar calendar) {
        return new Deadline(promised, limit, List.of(DeadlineStep.kept(promised.atZone(calendar.zone()))));
    }

    private static Deadline aroundTheClock(Instant start, Limit limit, WorkingCalendar calendar) {
        ZonedDateTime from = start.atZone(calendar.zone());
        ZonedDateTime due = from.plusHours(limit.amount());
        return new Deadline(
                due.toInstant(), limit, List.of(DeadlineStep.began(from), DeadlineStep.aroundTheClock(due, limit)));
    }

    private static Deadline withinOfficeHours(Instant start, Limit limit, WorkingCalendar calendar) {
        ZonedDateTime from = start.atZone(calendar.zone());
        List<DeadlineStep> steps = new ArrayList<>();
        steps.add(DeadlineStep.began(from));
        Duration left = Duration.ofHours(limit.amount());
        for (LocalDate day = from.toLocalDate(); ; day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                steps.add(DeadlineStep.dayOff(day, calendar));
                continue;
            }
            for (OfficeHours hours : calendar.officeHours()) {
                ZonedDateTime opens = later(day.atTime(hours.from()).atZone(calendar.zone()), from);
                ZonedDateTime closes = day.atTime(hours.to()).atZone(calendar.zone());
                if (!opens.isBefore(closes)) {
                    continue;
                }
                Duration open = Duration.between(opens, closes);
                if (open.compareTo(left) >= 0) {
                    ZonedDateTime due = opens.plus(left);
                    steps.add(DeadlineStep.officeHours(opens, due, Duration.ZERO));
                    return new Deadline(due.toInstant(), limit, steps);
                }
                left = left.minus(open);
                steps.add(DeadlineStep.officeHours(opens, closes, left));
            }
        }
    }

    private static Deadline workingDays(Instant start, Limit limit, WorkingCalendar calendar) {
        ZonedDateTime from = start.atZone(calendar.zone());
        List<DeadlineStep> steps = new ArrayList<>();
        steps.add(DeadlineStep.startDay(from));
        LocalDate day = from.toLocalDate();
        for (int counted = 0; counted < limit.amount(); ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                counted++;
                steps.add(DeadlineStep.counted(day, counted, limit, calendar));
            } else {
                steps.add(DeadlineStep.dayOff(day, calendar));
            }
        }
        return atClose(day, limit, steps, calendar);
    }

    private static Deadline naturalDays(Instant start, Limit limit, WorkingCalendar calendar) {
        ZonedDateTime from = start.atZone(calendar.zone());
        List<DeadlineStep> steps = new ArrayList<>();
        steps.add(DeadlineStep.startDay(from));
        LocalDate day = from.toLocalDate();
        for (int counted = 1; counted <= limit.amount(); counted++) {
            day = day.plusDays(1);
            steps.add(DeadlineStep.counted(day, counted, limit, calendar));
        }
        while (!calendar.isWorkingDay(day)) {
            steps.add(DeadlineStep.moved(day, calendar));
            day = day.plusDays(1);
        }
        return atClose(day, limit, steps, calendar);
    }

    private static Deadline atClose(LocalDate day, Limit limit, List<DeadlineStep> steps, WorkingCalendar calendar) {
        ZonedDateTime due = calendar.closeOfBusiness(day);
        steps.add(DeadlineStep.due(due));
        return new Deadline(due.toInstant(), limit, steps);
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
