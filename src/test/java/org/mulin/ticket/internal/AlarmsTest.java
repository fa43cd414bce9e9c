package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.policy.WorkingCalendar;
import org.mulin.policy.WorkingCalendar.OfficeHours;

class AlarmsTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            CITY,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(
                    new OfficeHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                    new OfficeHours(LocalTime.of(13, 30), LocalTime.of(17, 30))),
            Map.of());

    @ParameterizedTest(name = "from {0} to {1}, {2} % left: {3}")
    @CsvSource({
        // two hours around the clock, by the clock, at noon and at night
        "2026-11-23T11:30, 2026-11-23T13:30, 20, 2026-11-23T13:06",
        "2026-11-23T23:00, 2026-11-24T01:00, 20, 2026-11-24T00:36",
        // one working day over a weekend: 20 % of 13 office hours
        "2026-11-20T10:00, 2026-11-23T17:30, 20, 2026-11-23T14:54",
        // five working days: 20 % of 41 office hours, back over the weekend
        "2026-11-23T10:00, 2026-11-30T17:30, 20, 2026-11-27T16:18",
        // four working hours over night: 20 % of 4 office hours
        "2026-11-23T16:00, 2026-11-24T11:30, 20, 2026-11-24T10:42",
        // nobody works between: by the clock
        "2026-11-27T18:00, 2026-11-29T18:00, 50, 2026-11-28T18:00"
    })
    void isNearWhenTheShareIsLeft(LocalDateTime start, LocalDateTime due, int percentLeft, LocalDateTime near) {
        assertThat(Alarms.near(start.atZone(CITY).toInstant(), due.atZone(CITY).toInstant(), percentLeft, CALENDAR)
                        .atZone(CITY)
                        .toLocalDateTime())
                .isEqualTo(near);
    }
}
