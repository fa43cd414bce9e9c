package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes reach the screens that are open, within their reach and soon. */
class LiveStreamTest extends MulinHttpTest {
    @Autowired
    private LiveStreams streams;

    /** Reads the data lines of a stream on a thread of its own. */
    private static final class Screen implements AutoCloseable {
        private final HttpResponse<Stream<String>> response;
        private final Thread reading;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        Screen(Browser leader) {
            response = leader.lines("/api/insight/stream");
            assertThat(response.statusCode()).isEqualTo(200);
            reading = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (Stream<String> lines = response.body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(heard::add);
            } catch (UncheckedIOException e) {
                // closed by the test
            }
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    private String submit() {
        Map<String, Object> body = new HashMap<>();
        body.put("words", "云栖里小区门口路上窨井盖不见了，很危险");
        body.put("photoIds", List.of());
        body.put("place", Map.of("areaCode", "360502001001001"));
        body.put("confidential", false);
        return resident()
                .post("/api/appeals", body)
                .expect(201)
                .body()
                .get("number")
                .asString();
    }

    @Test
    void aChangeIsHeardWithinTwoSecondsByThoseWhoReachIt() throws InterruptedException {
        try (Screen city = new Screen(staffOnPost("city-leader"));
                Screen own = new Screen(staffOnPost("baihuahu-leader"));
                Screen other = new Screen(staffOnPost("kuixinglu-leader"))) {
            String number = submit();
            for (Screen screen : List.of(city, own)) {
                String data = screen.heard.poll(2, TimeUnit.SECONDS);
                assertThat(data).contains(number, "\"DISPATCHED\"", "360502001001001");
                assertThat(data).doesNotContain("窨井盖不见了");
            }
            assertThat(other.heard.poll(500, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aScreenIsOverWithItsSessionAndItsAccount() throws InterruptedException {
        Browser leaves = staffOnPost("city-leader");
        Browser disabled = staffOnPost("city-leader");
        String account = disabled.get("/api/session").body().get("accountId").asString();
        try (Screen left = new Screen(leaves);
                Screen shut = new Screen(disabled);
                Screen stays = new Screen(staffOnPost("city-leader"))) {
            leaves.delete("/api/session").expect(204);
            administrator()
                    .post("/api/accounts/" + account + "/disablements", "{}")
                    .expect(200);
            left.heard.clear();
            shut.heard.clear();
            String number = submit();
            assertThat(stays.heard.poll(2, TimeUnit.SECONDS)).contains(number);
            assertThat(left.heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
            assertThat(shut.heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void anAccountHasAFewScreensAndGivesThemBack() throws InterruptedException {
        Browser leader = staffOnPost("city-leader");
        int before = streams.count();
        List<Screen> screens = new ArrayList<>();
        for (int each = 0; each < LiveStreams.OF_ONE_ACCOUNT_MAX + 1; each++) {
            screens.add(new Screen(leader));
        }
        assertThat(streams.count()).isEqualTo(before + LiveStreams.OF_ONE_ACCOUNT_MAX);
        screens.getFirst().reading.join(Duration.ofSeconds(5));
        assertThat(screens)
                .extracting(screen -> screen.reading.isAlive())
                .startsWith(false, true)
                .endsWith(true);
        screens.forEach(Screen::close);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (streams.count() > before && System.nanoTime() < until) {
            // a screen that went away is noticed at the next word to it
            submit();
            Thread.sleep(300);
        }
        assertThat(streams.count()).isLessThanOrEqualTo(before);
    }
}
