package org.mulin.file.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mulin.file.Files.Shot;

/** What may be known of when and where a photo was taken: only beside something else, and roughly. */
class CaptureTest {
    private static final Instant OPENED = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void isWrittenAndReadAgain() {
        for (String written : new String[] {
            "2026-11-18T01:30:00Z;27.812300,114.930000", "2026-11-18T01:30:00Z;", ";27.812300,114.930000"
        }) {
            assertThat(Capture.read(written).written()).isEqualTo(written);
        }
    }

    @Test
    void tellsHowMuchEarlierAndHowFarAway() {
        Capture capture = Capture.read("2026-11-18T01:30:00Z;27.812300,114.930000");
        assertThat(capture.beside(OPENED, 114.93, 27.8423)).isEqualTo(new Shot(48L, 3300L));
        assertThat(capture.beside(OPENED, 114.93, 27.8123)).isEqualTo(new Shot(48L, 0L));
        assertThat(capture.beside(OPENED, null, null)).isEqualTo(new Shot(48L, null));
    }

    @Test
    void aPhotoTakenAfterwardsIsNotEarlier() {
        assertThat(Capture.read("2026-11-21T00:00:00Z;").beside(OPENED, 114.93, 27.8))
                .isEqualTo(Shot.UNKNOWN);
    }
}
