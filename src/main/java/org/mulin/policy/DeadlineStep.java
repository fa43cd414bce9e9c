package org.mulin.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One line of the reckoning of a deadline, as shown to people; {@code date} is in the city's time zone. */
public record DeadlineStep(LocalDate date, DeadlineStepKind kind, String text) {
    private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static DeadlineStep began(ZonedDateTime at) {
        return new DeadlineStep(at.toLocalDate(), DeadlineStepKind.START, moment(at) + " 起算");
    }

    static DeadlineStep startDay(ZonedDateTime at) {
        return new DeadlineStep(at.toLocalDate(), DeadlineStepKind.START, moment(at) + " 起，开始当日不计入");
    }

    static DeadlineStep counted(LocalDate day, int number, Limit limit, WorkingCalendar calendar) {
        String text = day(day) + named(day, calendar) + " 计第 " + number + " 个"
                + limit.unit().chinese();
        return new DeadlineStep(day, DeadlineStepKind.COUNTED, text);
    }

    static DeadlineStep dayOff(LocalDate day, WorkingCalendar calendar) {
        return new DeadlineStep(day, DeadlineStepKind.SKIPPED, day(day) + named(day, calendar) + " 非工作日，不计入");
    }

    static DeadlineStep moved(LocalDate day, WorkingCalendar calendar) {
        return new DeadlineStep(
                day, DeadlineStepKind.MOVED, day(day) + named(day, calendar) + " 期限末日为休息日，顺延（《民法典》第二百零三条）");
    }

    static DeadlineStep officeHours(ZonedDateTime from, ZonedDateTime to, Duration left) {
        String counted = " 计 " + hours(Duration.between(from, to));
        String text = moment(from) + "—" + to.format(TIME) + counted + (left.isZero() ? "，到期" : "，余 " + hours(left));
        return new DeadlineStep(
                from.toLocalDate(), left.isZero() ? DeadlineStepKind.DUE : DeadlineStepKind.COUNTED, text);
    }

    static DeadlineStep aroundTheClock(ZonedDateTime due, Limit limit) {
        return new DeadlineStep(
                due.toLocalDate(), DeadlineStepKind.DUE, "昼夜连续计 " + limit.amount() + " 小时，至 " + moment(due) + " 到期");
    }

    static DeadlineStep due(ZonedDateTime at) {
        return new DeadlineStep(at.toLocalDate(), DeadlineStepKind.DUE, moment(at) + " 下班时到期");
    }

    private static String named(LocalDate day, WorkingCalendar calendar) {
        return calendar.nameOf(day).map(name -> "（" + name + "）").orElse("");
    }

    private static String moment(ZonedDateTime at) {
        return day(at.toLocalDate()) + " " + at.format(TIME);
    }

    private static String day(LocalDate day) {
        return day.format(DAY) + WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    private static String hours(Duration length) {
        long minutes = length.toMinutes();
        if (minutes % 60 == 0) {
            return minutes / 60 + " 小时";
        }
        return (minutes < 60 ? "" : minutes / 60 + " 小时 ") + minutes % 60 + " 分";
    }
}
