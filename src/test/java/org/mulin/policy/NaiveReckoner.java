package org.mulin.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Reckons deadlines minute by minute, plainly; shares nothing with {@link Deadline} but the calendar's data. */
final class NaiveReckoner {
    private NaiveReckoner() {}

    static Instant due(Instant start, Limit limit, WorkingCalendar calendar) {
        return switch (limit.unit()) {
            case URGENT_HOUR -> start.plusSeconds(3600L * limit.amount());
            case WORKING_HOUR -> officeMinutes(start, 60L * limit.amount(), calendar);
            case WORKING_DAY, NATURAL_DAY -> days(start, limit, calendar);
        };
    }

    private static Instant officeMinutes(Instant start, long wanted, WorkingCalendar calendar) {
        Instant minute = start;
        for (long counted = 0; counted < wanted; minute = minute.plusSeconds(60)) {
            if (isOffice(minute, calendar)) {
                counted++;
            }
        }
        return minute;
    }

    private static Instant days(Instant start, Limit limit, WorkingCalendar calendar) {
        int counted = 0;
        LocalDate counting = local(start, calendar).toLocalDate();
        Instant minute = start;
        while (true) {
            minute = minute.plusSeconds(60);
            LocalDate today = local(minute, calendar).toLocalDate();
            if (!today.equals(counting)) {
                counting = today;
                if (limit.unit() == LimitUnit.NATURAL_DAY || isWorking(today, calendar)) {
                    counted++;
                }
            }
            boolean lastMinute = isOffice(minute.minusSeconds(60), calendar) && !officeLaterToday(minute, calendar);
            if (counted >= limit.amount() && lastMinute) {
                return minute;
            }
        }
    }

    private static boolean officeLaterToday(Instant from, WorkingCalendar calendar) {
        LocalDate today = local(from, calendar).toLocalDate();
        for (Instant minute = from;
                local(minute, calendar).toLocalDate().equals(today);
                minute = minute.plus(Duration.ofMinutes(1))) {
            if (isOffice(minute, calendar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOffice(Instant instant, WorkingCalendar calendar) {
        LocalDateTime local = local(instant, calendar);
        if (!isWorking(local.toLocalDate(), calendar)) {
            return false;
        }
        LocalTime time = local.toLocalTime();
        return calendar.officeHours().stream()
                .anyMatch(hours -> !time.isBefore(hours.from()) && time.isBefore(hours.to()));
    }

    private static boolean isWorking(LocalDate date, WorkingCalendar calendar) {
        if (calendar.exceptions().containsKey(date)) {
            return calendar.exceptions().get(date).working();
        }
        return calendar.weekdays().contains(date.getDayOfWeek());
    }

    private static LocalDateTime local(Instant instant, WorkingCalendar calendar) {
        return LocalDateTime.ofInstant(instant, calendar.zone());
    }
}
