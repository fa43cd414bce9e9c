package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.Said;
import org.mulin.base.Signals;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class InboxStreamTest extends NoticeHttpTest {
    @Autowired
    private InboxStreams streams;

    @Autowired
    private InboxRepository inbox;

    @Autowired
    private Signals signals;

    private final List<Screen> screens = new ArrayList<>();

    /** A screen that follows the inbox: every state it was told, in order. */
    private final class Screen implements AutoCloseable {
        private final HttpResponse<Stream<String>> response;
        private final List<JsonNode> states = new CopyOnWriteArrayList<>();
        private final Thread reading;

        Screen(Browser reader) {
            response = reader.lines("/api/inbox/stream");
            reading = Thread.startVirtualThread(this::read);
            screens.add(this);
        }

        private void read() {
            try {
                response.body()
                        .filter(line -> line.startsWith("data:"))
                        .forEach(line -> states.add(json.readTree(line.substring(5))));
            } catch (UncheckedIOException e) {
                // hung up
            }
        }

        void awaitUnread(int unread, Duration patience) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(patience)
                    .until(() ->
                            !states.isEmpty() && states.getLast().get("unread").asInt() == unread);
        }

        boolean isOver() {
            return !reading.isAlive();
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    @AfterEach
    void hangUp() {
        screens.forEach(Screen::close);
    }

    @Test
    void aScreenKnowsAtOnceAndThenWithinTwoSeconds() {
        Browser firm = withNothingUnread("property-clerk");
        Browser urban = withNothingUnread("urban-clerk");
        int before = unread(firm);
        Screen screen = new Screen(firm);
        Screen other = new Screen(urban);
        assertThat(screen.response.statusCode()).isEqualTo(200);
        screen.awaitUnread(before, PATIENCE);
        other.awaitUnread(unread(urban), PATIENCE);
        int told = other.states.size();

        String id = id(lift(resident()));
        screen.awaitUnread(before + 1, PATIENCE);
        assertThat(screen.states.getLast().get("newestWorkId").asString())
                .isEqualTo(inbox(firm, id).getFirst().get("id").asString());
        firm.post(
                "/api/inbox/readings",
                Map.of("ids", List.of(uuid(inbox(firm, id).getFirst()))));
        screen.awaitUnread(before, PATIENCE);
        assertThat(other.states).as("another unit's screen is left alone").hasSize(told);
    }

    /** What another node writes is heard by the signal alone; a signal without content says: look again. */
    @Test
    void aScreenFollowsWhatAnotherNodeWrote() {
        Browser firm = withNothingUnread("property-clerk");
        int before = unread(firm);
        Screen screen = new Screen(firm);
        screen.awaitUnread(before, PATIENCE);
        UUID unit = one("select id from organization.unit where code = 'property'", UUID.class);
        for (String payload : List.of(unit.toString(), "")) {
            int now = screen.states.getLast().get("unread").asInt();
            inbox.insert(List.of(InboxMessage.about(
                    Recipient.unit(unit),
                    InboxKind.NEAR,
                    UUID.randomUUID(),
                    Said.of("inbox.near", "1", "", "2026-11-23T10:00"),
                    Instant.now())));
            if (payload.isEmpty()) {
                streams.hear(payload);
            } else {
                signals.send(InboxSignals.TOPIC, payload);
            }
            screen.awaitUnread(now + 1, PATIENCE);
        }
    }

    @Test
    void aStreamEndsWithItsSession() {
        Browser firm = staffOnPost("property-clerk");
        Screen staying = new Screen(staffOnPost("property-clerk"));
        Screen leaving = new Screen(firm);
        await().atMost(PATIENCE).until(() -> !leaving.states.isEmpty() && !staying.states.isEmpty());
        firm.delete("/api/session").expect(204);
        streams.beat();
        await().atMost(PATIENCE).until(leaving::isOver);
        assertThat(staying.isOver()).isFalse();
        firm.get("/api/inbox/stream").expect(401);
    }

    @Test
    void whoeverIsDisabledHearsNothingMore() {
        Browser firm = staffOnPost("property-clerk");
        Screen screen = new Screen(firm);
        await().atMost(PATIENCE).until(() -> !screen.states.isEmpty());
        String account = firm.get("/api/session").body().get("accountId").asString();
        administrator()
                .post("/api/accounts/" + account + "/disablements", Map.of())
                .expect(200);
        lift(resident());
        await().atMost(PATIENCE).until(screen::isOver);
    }

    @Test
    void oneAccountHasAFewStreamsOnlyAndTheNewestWin() {
        Browser firm = staffOnPost("property-clerk");
        int beyond = 2;
        for (int n = 0; n < InboxStreams.PER_ACCOUNT_MAX + beyond; n++) {
            Screen screen = new Screen(firm);
            assertThat(screen.response.statusCode()).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> !screen.states.isEmpty());
        }
        await().atMost(PATIENCE).until(() -> screens.subList(0, beyond).stream().allMatch(Screen::isOver));
        assertThat(screens.subList(beyond, screens.size())).noneMatch(Screen::isOver);
    }
}
