package org.mulin.ticket.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.policy.WorkingCalendar;
import org.mulin.policy.WorkingCalendar.DayException;
import org.mulin.policy.WorkingCalendar.OfficeHours;

class MeetingTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            ZONE,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(
                    new OfficeHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                    new OfficeHours(LocalTime.of(13, 30), LocalTime.of(17, 30))),
            Map.of(LocalDate.of(2026, 12, 1), new DayException(false, "停电检修")));

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2026-11-23T09:10, 2026-11-23T10:00",
        "2026-11-23T09:30, 2026-11-23T10:00",
        "2026-11-23T11:20, 2026-11-23T13:30",
        "2026-11-23T16:40, 2026-11-24T09:00",
        "2026-11-27T17:00, 2026-11-30T09:00",
        "2026-11-30T22:00, 2026-12-02T09:00",
    })
    void isTheNextHalfHourOfOfficeTime(LocalDateTime now, LocalDateTime meets) {
        LocalDateTime until = now.plusDays(30);
        assertThat(MeetingTime.proposed(
                        now.atZone(ZONE).toInstant(), until.atZone(ZONE).toInstant(), CALENDAR))
                .isEqualTo(meets.atZone(ZONE).toInstant());
    }

    /** Times of one day: when it is decided, when the limit would end, when they meet, by when it is confirmed. */
    @ParameterizedTest(name = "{0}, limit {1}, meeting {2} -> {3}")
    @CsvSource({
        "09:00, 11:00, 15:00, 11:00",
        "09:00, 11:00, 10:00, 10:00",
        "09:00, 11:00, 11:00, 11:00",
        "09:59, 11:59, 10:00, 10:00",
        "10:00, 12:00, 10:00, 10:00",
        "10:30, 13:30, 10:00, 10:30",
    })
    void isConfirmedWithinTheLimitAndBeforeTheMeeting(LocalTime now, LocalTime limit, LocalTime meets, LocalTime by) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(MeetingTime.confirmBy(
                        day.atTime(now).atZone(ZONE).toInstant(),
                        day.atTime(limit).atZone(ZONE).toInstant(),
                        day.atTime(meets).atZone(ZONE).toInstant()))
                .isEqualTo(day.atTime(by).atZone(ZONE).toInstant());
    }
}
