package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredVersionTest {
    private static final StoredVersion FIRST = version(1, "2025-01-01");
    private static final StoredVersion SUMMER = version(2, "2025-07-01");
    private static final StoredVersion SUMMER_CORRECTED = version(3, "2025-07-01");
    private static final StoredVersion MAY = version(4, "2025-05-01");
    private static final List<StoredVersion> ALL = List.of(FIRST, SUMMER, SUMMER_CORRECTED, MAY);

    @Test
    void theLatestDayNotAfterTheAskedOneWins() {
        assertThat(inForce("2025-04-30")).isEqualTo(FIRST);
        assertThat(inForce("2025-05-01")).isEqualTo(MAY);
        assertThat(inForce("2025-06-30")).isEqualTo(MAY);
    }

    @Test
    void ofOneDayTheHigherNumberWins() {
        assertThat(inForce("2025-07-01")).isEqualTo(SUMMER_CORRECTED);
        assertThat(inForce("2030-01-01")).isEqualTo(SUMMER_CORRECTED);
    }

    @Test
    void beforeTheFirstTheFirstHolds() {
        assertThat(inForce("2017-06-01")).isEqualTo(FIRST);
    }

    private static StoredVersion inForce(String day) {
        return StoredVersion.inForce(ALL, LocalDate.parse(day));
    }

    private static StoredVersion version(long number, String validFrom) {
        return StoredVersion.of("duty", number, LocalDate.parse(validFrom));
    }
}
