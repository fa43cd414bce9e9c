package org.mulin.ticket.internal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What tests of reports that tickets are done have in common. */
abstract class ClosureScenes extends TicketHttpTest {
    static final String API = "/api/closures";

    @Autowired
    JdbcTemplate rows;

    Browser supervisor() {
        return staffOnPost("city-supervisor");
    }

    /** A lift that the firm reports done in these words. */
    JsonNode resolved(Browser author, Browser firm, String words, String... photos) {
        JsonNode receipt = submit(author, LIFT);
        act(firm, id(receipt), "acceptances", Map.of()).expect(200);
        resolve(firm, id(receipt), words, photos);
        return receipt;
    }

    static void resolve(Browser firm, String ticketId, String words, String... photos) {
        act(firm, ticketId, "resolutions", Map.of("words", words, "photoIds", List.of(photos)))
                .expect(200);
    }

    /** The report of the ticket, as soon as it was checked. */
    JsonNode checked(Browser who, String ticketId) {
        String entry = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> rows
                                .queryForList(
                                        "select entry_id from insight.closure where ticket_id = ?::uuid order by at",
                                        String.class,
                                        ticketId)
                                .stream()
                                .reduce((_, last) -> last)
                                .orElse(""),
                        found -> !found.isEmpty());
        return who.get(API + "/" + entry).expect(200).body();
    }

    static List<String> signals(JsonNode detail) {
        return texts(detail.at("/line/signals"), "signal");
    }
}
