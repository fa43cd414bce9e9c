package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Whichever way a search goes, each reader finds the same: all that holds the words and that they reach. */
class SearchWaysTest extends ClerkTest {
    private static final String PAIR = "电梯";

    @Autowired
    private SearchQueries searching;

    @AfterEach
    void forget() {
        searching.know(Map.of());
    }

    @Test
    void rareFrequentAndEverywhereFindTheSame() {
        Browser resident = resident();
        String first = id(submit(resident, LIFT));
        String second = id(submit(resident, LIFT));
        id(submit(resident, MANHOLE));
        join(first);
        order(second);
        Map<String, Browser> readers =
                Map.of("dispatcher", dispatcher(), "firm", firm(), "street", street(), "urban", urban());

        searching.know(Map.of());
        Map<String, List<String>> rare = found(readers);
        searching.know(Map.of(PAIR, 0.02));
        Map<String, List<String>> frequent = found(readers);
        searching.know(Map.of(PAIR, 0.5));
        Map<String, List<String>> everywhere = found(readers);

        assertThat(rare.get("firm")).contains(first, second);
        assertThat(rare.get("urban")).contains(second).doesNotContain(first);
        assertThat(Map.of("frequent", frequent, "everywhere", everywhere))
                .isEqualTo(Map.of("frequent", rare, "everywhere", rare));
    }

    /** One more appeal, which does not hold the words. */
    private void join(String ticketId) {
        Map<String, Object> more = call("我家也是", from(newPhone()));
        more.put("version", ticket(dispatcher(), ticketId).get("version").asLong());
        seat().post("/api/tickets/" + ticketId + "/appeals", (Object) more).expect(201);
    }

    /** The city management has no part in it, and reaches it by the order alone. */
    private void order(String ticketId) {
        Browser coordinator = staffOnPost("street-coordinator");
        Map<String, Object> order = Map.of(
                "ticketId",
                ticketId,
                "unitId",
                TicketJourneyTest.unit(coordinator, "urban"),
                "words",
                "今日抢修",
                "dueAt",
                Instant.now(Clock.systemUTC()).plus(Duration.ofDays(1)).toString());
        coordinator.post("/api/directives", order).expect(201);
    }

    private static Map<String, List<String>> found(Map<String, Browser> readers) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        readers.forEach((who, reader) -> found.put(
                who,
                reader.get("/api/tickets?queue=all&limit=100&q=" + URLEncoder.encode(PAIR, StandardCharsets.UTF_8))
                        .expect(200)
                        .body()
                        .get("items")
                        .valueStream()
                        .map(row -> row.get("id").asString())
                        .toList()));
        return found;
    }
}
