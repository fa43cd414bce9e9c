package org.mulin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Texts;
import org.mulin.policy.WorkingCalendar.DayException;
import org.mulin.policy.WorkingCalendar.OfficeHours;

/** Limits that nothing stops or extends; {@link DeadlineTermTest} holds all of them against a naive reckoner. */
class DeadlineTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 1, 0, 0);
    private static final WorkingCalendar CALENDAR = calendar();

    /** 2025 as published (国办发明电〔2024〕12号): the stretches used by the hand-worked cases. */
    private static WorkingCalendar calendar() {
        Map<LocalDate, DayException> days = new HashMap<>();
        off(days, "2025-01-28", 8, "春节");
        work(days, "2025-01-26", "春节调休上班");
        work(days, "2025-02-08", "春节调休上班");
        off(days, "2025-04-04", 3, "清明节");
        off(days, "2025-05-01", 5, "劳动节");
        work(days, "2025-04-27", "劳动节调休上班");
        off(days, "2025-10-01", 8, "国庆节、中秋节");
        work(days, "2025-09-28", "国庆节调休上班");
        work(days, "2025-10-11", "国庆节调休上班");
        return new WorkingCalendar(
                SHANGHAI,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(hours("09:00", "12:00"), hours("13:30", "17:30")),
                days);
    }

    private static OfficeHours hours(String from, String to) {
        return new OfficeHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static void off(Map<LocalDate, DayException> days, String from, int length, String name) {
        for (int i = 0; i < length; i++) {
            days.put(LocalDate.parse(from).plusDays(i), new DayException(false, name));
        }
    }

    private static void work(Map<LocalDate, DayException> days, String date, String name) {
        days.put(LocalDate.parse(date), new DayException(true, name));
    }

    @ParameterizedTest
    @CsvSource({
        // start, limit, due: worked by hand
        "2025-03-03T10:00, 2h, 2025-03-03T12:00",
        "2025-03-08T23:30, 2h, 2025-03-09T01:30",
        "2025-03-03T10:00, 2wh, 2025-03-03T12:00",
        "2025-03-03T11:00, 2wh, 2025-03-03T14:30",
        "2025-03-03T12:10, 1wh, 2025-03-03T14:30",
        "2025-03-07T17:00, 1wh, 2025-03-10T09:30",
        "2025-03-08T10:00, 7wh, 2025-03-10T17:30",
        "2025-09-30T16:30, 5wh, 2025-10-09T14:30",
        "2025-03-03T10:00, 3wd, 2025-03-06T17:30",
        "2025-03-03T00:00, 1wd, 2025-03-04T17:30",
        "2025-03-07T23:59, 1wd, 2025-03-10T17:30",
        "2025-01-25T10:00, 1wd, 2025-01-26T17:30",
        "2025-01-27T10:00, 4wd, 2025-02-08T17:30",
        "2025-04-30T10:00, 1wd, 2025-05-06T17:30",
        "2025-03-03T10:00, 4d, 2025-03-07T17:30",
        "2025-03-03T10:00, 5d, 2025-03-10T17:30",
        "2025-09-28T10:00, 7d, 2025-10-09T17:30",
        "2025-01-20T10:00, 6d, 2025-01-26T17:30",
    })
    void isWhatWasWorkedByHand(String start, String limit, String due) {
        assertThat(LocalDateTime.ofInstant(
                        Deadline.of(at(start), Limit.of(limit), CALENDAR).at(), SHANGHAI))
                .isEqualTo(LocalDateTime.parse(due));
    }

    @Test
    void saysHowItWasReckoned() {
        assertThat(Deadline.of(at("2025-04-30T10:00"), Limit.of("1wd"), CALENDAR)
                        .steps())
                .extracting(step -> Texts.in(Locale.SIMPLIFIED_CHINESE, step.said()))
                .containsExactly(
                        "4月30日周三 10:00 起，开始当日不计入",
                        "5月1日周四（劳动节） 非工作日，不计入",
                        "5月2日周五（劳动节） 非工作日，不计入",
                        "5月3日周六（劳动节） 非工作日，不计入",
                        "5月4日周日（劳动节） 非工作日，不计入",
                        "5月5日周一（劳动节） 非工作日，不计入",
                        "5月6日周二 计第 1 个工作日",
                        "5月6日周二 17:30 下班时到期");
        assertThat(Deadline.of(at("2025-03-03T11:00"), Limit.of("2wh"), CALENDAR)
                        .steps())
                .extracting(step -> Texts.in(Locale.SIMPLIFIED_CHINESE, step.said()))
                .containsExactly("3月3日周一 11:00 起算", "3月3日周一 11:00—12:00 计 1 小时，余 1 小时", "3月3日周一 13:30—14:30 计 1 小时，到期");
    }

    @Test
    void saysItInEnglishToo() {
        assertThat(Deadline.of(at("2025-04-30T10:00"), Limit.of("1wd"), CALENDAR)
                        .steps())
                .extracting(step -> Texts.in(Locale.ENGLISH, step.said()))
                .startsWith(
                        "From Wed 30 Apr 10:00; the first day does not count",
                        "Thu 1 May (劳动节): day off; does not count")
                .endsWith("Tue 6 May: working day 1", "Due at close of business on Tue 6 May 17:30");
        assertThat(Deadline.of(at("2025-03-03T11:00"), Limit.of("2h"), CALENDAR).steps())
                .extracting(step -> Texts.in(Locale.ENGLISH, step.said()))
                .containsExactly("Counts from Mon 3 Mar 11:00", "2 hours around the clock; due Mon 3 Mar 13:00");
    }

    @Property(tries = 500, seed = "7")
    void neverGoesBackWhenTheStartIsLaterOrTheLimitLonger(
            @ForAll @IntRange(min = 0, max = 500_000) int minute,
            @ForAll @IntRange(min = 0, max = 3_000) int later,
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll LimitUnit unit) {
        Instant start = FIRST.plusMinutes(minute).atZone(SHANGHAI).toInstant();
        Instant due = Deadline.of(start, new Limit(amount, unit), CALENDAR).at();
        assertThat(due).isAfter(start);
        assertThat(Deadline.of(start.plusSeconds(60L * later), new Limit(amount, unit), CALENDAR)
                        .at())
                .isAfterOrEqualTo(due);
        assertThat(Deadline.of(start, new Limit(amount + 1, unit), CALENDAR).at())
                .isAfterOrEqualTo(due);
    }

    @Test
    void readsTheGrammarOfLimits() {
        assertThat(Limit.read("2h")).contains(new Limit(2, LimitUnit.URGENT_HOUR));
        assertThat(Limit.read("5wh")).contains(new Limit(5, LimitUnit.WORKING_HOUR));
        assertThat(Limit.read("3wd")).contains(new Limit(3, LimitUnit.WORKING_DAY));
        assertThat(Limit.read("7d")).contains(new Limit(7, LimitUnit.NATURAL_DAY));
        for (String wrong : List.of("", "0d", "3", "d", "3 d", "3w", "1000d", "-1d", "3D", "03d", "3天")) {
            assertThat(Limit.read(wrong)).as(wrong).isEmpty();
        }
        assertThat(Limit.of("3wd")).hasToString("3wd");
        assertThat(Texts.in(Locale.SIMPLIFIED_CHINESE, Limit.of("3wd").said())).isEqualTo("3 个工作日");
        assertThat(Texts.in(Locale.ENGLISH, Limit.of("1wd").said())).isEqualTo("1 working day");
    }

    @Test
    void refusesACalendarThatNeverReachesADeadline() {
        assertThatThrownBy(() -> new WorkingCalendar(
                        SHANGHAI, EnumSet.noneOf(DayOfWeek.class), CALENDAR.officeHours(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingCalendar(
                        SHANGHAI,
                        EnumSet.allOf(DayOfWeek.class),
                        List.of(hours("09:00", "12:00"), hours("11:00", "17:00")),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
