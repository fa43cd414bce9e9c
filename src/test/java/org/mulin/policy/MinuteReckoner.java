package org.mulin.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Reckons terms by looking at each minute, plainly; shares nothing with {@link Reckoner} but the calendar's data. What
 * each minute of some years is stands in arrays, so that a hundred thousand terms take seconds.
 */
final class MinuteReckoner {
    private static final int MINUTES_A_DAY = 1440;

    private final WorkingCalendar calendar;
    private final Instant first;
    private final boolean[] office;
    private final boolean[] working;
    private final int close;

    /** @param days enough for every term that will be asked about */
    MinuteReckoner(WorkingCalendar calendar, LocalDate from, int days) {
        this.calendar = calendar;
        this.first = from.atStartOfDay(calendar.zone()).toInstant();
        this.office = new boolean[days * MINUTES_A_DAY];
        this.working = new boolean[days];
        this.close = calendar.officeHours().getLast().to().toSecondOfDay() / 60;
        for (int day = 0; day < days; day++) {
            working[day] = isWorking(from.plusDays(day));
            for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
                LocalTime time = LocalTime.ofSecondOfDay(60L * minute);
                office[day * MINUTES_A_DAY + minute] = working[day]
                        && calendar.officeHours().stream()
                                .anyMatch(hours -> !time.isBefore(hours.from()) && time.isBefore(hours.to()));
            }
        }
    }

    Instant due(Term term) {
        int due = due(minute(term.start()), term.limit(), term);
        for (Limit extension : term.extensions()) {
            due = due(due, extension, term);
        }
        return first.plusSeconds(60L * due);
    }

    private int due(int start, Limit limit, Term term) {
        int[] from =
                term.pauses().stream().mapToInt(pause -> minute(pause.from())).toArray();
        int[] until =
                term.pauses().stream().mapToInt(pause -> minute(pause.until())).toArray();
        boolean everyMinute = limit.unit() == LimitUnit.URGENT_HOUR;
        boolean officeMinutes = limit.unit() == LimitUnit.WORKING_HOUR;
        boolean everyDay = limit.unit() == LimitUnit.NATURAL_DAY;
        int wanted = everyMinute || officeMinutes ? 60 * limit.amount() : limit.amount();
        int counted = 0;
        for (int minute = start; ; minute++) {
            if (isPaused(minute, from, until)) {
                continue;
            }
            if (everyMinute || officeMinutes) {
                counted += everyMinute || office[minute] ? 1 : 0;
                if (counted == wanted) {
                    return minute + 1;
                }
                continue;
            }
            int day = minute / MINUTES_A_DAY;
            boolean dayEnds = minute % MINUTES_A_DAY == close - 1 && day > start / MINUTES_A_DAY;
            counted += dayEnds && (everyDay || working[day]) ? 1 : 0;
            if (dayEnds && working[day] && counted >= wanted) {
                return minute + 1;
            }
        }
    }

    private static boolean isPaused(int minute, int[] from, int[] until) {
        for (int i = 0; i < from.length; i++) {
            if (minute >= from[i] && minute < until[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean isWorking(LocalDate date) {
        return calendar.exceptions().containsKey(date)
                ? calendar.exceptions().get(date).working()
                : calendar.weekdays().contains(date.getDayOfWeek());
    }

    private int minute(Instant instant) {
        return Math.toIntExact((instant.getEpochSecond() - first.getEpochSecond()) / 60);
    }
}
