package org.mulin.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a city works: its weekdays and office hours, and the State Council's holidays and make-up working days (调休) as
 * exceptions by date.
 *
 * @param officeHours in order, not overlapping, at least one
 */
public record WorkingCalendar(
        ZoneId zone, Set<DayOfWeek> weekdays, List<OfficeHours> officeHours, Map<LocalDate, DayException> exceptions) {

    /** One stretch of work in a day, half-open. */
    public record OfficeHours(LocalTime from, LocalTime to) {
        public OfficeHours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("office hours end after they begin: " + from + "-" + to);
            }
        }

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** A date that differs from its weekday: a holiday, or a make-up working day. */
    public record DayException(boolean working, String name) {}

    public WorkingCalendar {
        if (weekdays.isEmpty() || officeHours.isEmpty()) {
            throw new IllegalArgumentException("a calendar without working time never reaches a deadline");
        }
        for (int i = 1; i < officeHours.size(); i++) {
            if (officeHours.get(i).from().isBefore(officeHours.get(i - 1).to())) {
                throw new IllegalArgumentException("office hours overlap: " + officeHours);
            }
        }
        weekdays = Set.copyOf(EnumSet.copyOf(weekdays));
        officeHours = List.copyOf(officeHours);
        exceptions = Map.copyOf(exceptions);
    }

    /** The calendar of a pack: its city's weekdays and hours, its table's exceptions. */
    public static WorkingCalendar of(City city, Map<LocalDate, DayException> exceptions) {
        return new WorkingCalendar(city.zone(), city.weekdays(), city.officeHours(), exceptions);
    }

    public boolean isWorkingDay(LocalDate date) {
        DayException exception = exceptions.get(date);
        return exception == null ? weekdays.contains(date.getDayOfWeek()) : exception.working();
    }

    /** The holiday's or make-up day's name, when the calendar names this date. */
    public Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date)).map(DayException::name);
    }

    public ZonedDateTime closeOfBusiness(LocalDate date) {
        return date.atTime(officeHours.getLast().to()).atZone(zone);
    }

    /** How much office time lies between two moments; none when the second is not after the first. */
    public Duration officeTime(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Instant begin = stretch.from().isAfter(from) ? stretch.from() : from;
                Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /** The moment from which so much office time is left until {@code to}. */
    public Instant backFrom(Instant to, Duration officeTime) {
        Duration left = officeTime;
        for (LocalDate day = LocalDate.ofInstant(to, zone); ; day = day.minusDays(1)) {
            for (Stretch stretch : stretches(day).reversed()) {
                Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
                if (!stretch.from().isBefore(end)) {
                    continue;
                }
                Duration open = Duration.between(stretch.from(), end);
                if (open.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                left = left.minus(open);
            }
        }
    }

    private record Stretch(Instant from, Instant to) {}

    private List<Stretch> stretches(LocalDate day) {
        return isWorkingDay(day)
                ? officeHours.stream()
                        .map(hours -> new Stretch(
                                day.atTime(hours.from()).atZone(zone).toInstant(),
                                day.atTime(hours.to()).atZone(zone).toInstant()))
                        .toList()
                : List.of();
    }
}
