package org.mulin.notice.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "quiet from {0} to {1}: {2} becomes {3}")
    @CsvSource({
        "21, 8, 2026-11-23T20:59:59, 2026-11-23T20:59:59",
        "21, 8, 2026-11-23T21:00, 2026-11-24T08:00",
        "21, 8, 2026-11-24T00:30, 2026-11-24T08:00",
        "21, 8, 2026-11-24T07:59, 2026-11-24T08:00",
        "21, 8, 2026-11-24T08:00, 2026-11-24T08:00",
        "12, 14, 2026-11-23T13:30, 2026-11-23T14:00",
        "12, 14, 2026-11-23T23:00, 2026-11-23T23:00",
        "0, 0, 2026-11-23T03:00, 2026-11-23T03:00"
    })
    void aMessageWaitsForTheEndOfTheQuiet(int from, int to, LocalDateTime wanted, LocalDateTime allowed) {
        assertThat(new QuietHours(from, to, CITY)
                        .next(wanted.atZone(CITY).toInstant())
                        .atZone(CITY)
                        .toLocalDateTime())
                .isEqualTo(allowed);
    }
}
