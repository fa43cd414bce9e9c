package org.mulin.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.demo.DemoFolder;
import org.mulin.demo.DemoLife;
import org.mulin.policy.SmallPack;
import tools.jackson.databind.json.JsonMapper;

/** What a new demo makes of itself at its start, such as its first model, lies before the past that is played. */
class DemoClockTest {
    private final DemoClock clock = new DemoClock();

    @TempDir
    Path data;

    @Test
    void aNewDemoStartsBeforeItsPast() {
        start(true);
        assertThat(clock.instant()).isBefore(Instant.now().minus(Duration.ofDays(DemoLife.SHORT.days() + 1)));
    }

    @Test
    void whatIsPlayedOrNotWantedStartsNow() {
        start(false);
        assertThat(clock.instant()).isAfter(Instant.now().minusSeconds(60));
        DemoFolder folder = new DemoFolder(data);
        folder.begin(Instant.now());
        folder.end();
        start(true);
        assertThat(clock.instant()).isAfter(Instant.now().minusSeconds(60));
    }

    private void start(boolean wanted) {
        var city = new DemoCity(clock, JsonMapper.shared(), _ -> {}, SmallPack.folder(), data, DemoLife.SHORT, wanted);
        assertThat(city.signIns()).isNotEmpty();
    }
}
