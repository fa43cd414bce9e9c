package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.ticket.TicketChanges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What tests of messages over HTTP have in common: a lift that is broken and the firm that mends it. */
public abstract class NoticeHttpTest extends MulinHttpTest {
    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    protected JdbcTemplate rows;

    @Autowired
    private InboxListener listener;

    @Autowired
    TransactionTemplate transaction;

    /** As the outbox would, but here and now. */
    void deliver(TicketChanges changes) {
        InboxListener self = AopTestUtils.getTargetObject(listener);
        transaction.executeWithoutResult(ignored -> self.on(changes));
    }

    /** A broken lift: the firm has the lead. */
    protected JsonNode lift(Browser resident) {
        return file(resident, "云栖里小区3栋电梯坏了好几天没人修，老人下不了楼，物业不管");
    }

    protected JsonNode file(Browser resident, String words) {
        return resident.post(
                        "/api/appeals",
                        Map.of(
                                "words",
                                words,
                                "photoIds",
                                List.of(),
                                "place",
                                Map.of("areaCode", "360502001001001"),
                                "confidential",
                                false,
                                "contactName",
                                "欧阳小明"))
                .expect(201)
                .body();
    }

    protected static Browser.Answer act(Browser who, String ticketId, String action, Map<String, ?> body) {
        return versioned(who, "/api/tickets/" + ticketId, action, body);
    }

    protected static Browser.Answer my(Browser who, JsonNode receipt, String action, Map<String, ?> body) {
        return versioned(who, "/api/my/appeals/" + receipt.get("appealId").asString(), action, body);
    }

    private static Browser.Answer versioned(Browser who, String address, String action, Map<String, ?> body) {
        Map<String, Object> all = new HashMap<>(body);
        all.put("version", who.get(address).expect(200).body().get("version").asLong());
        return who.post(address + "/" + action, all).expect(200);
    }

    protected static Map<String, Object> words(String words) {
        return Map.of("words", words, "photoIds", List.of());
    }

    protected static String id(JsonNode receipt) {
        return receipt.get("ticketId").asString();
    }

    /** This reader's messages about a ticket, newest first. */
    protected static List<JsonNode> inbox(Browser reader, String ticketId) {
        return reader.get("/api/inbox?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("ticketId").asString("").equals(ticketId))
                .toList();
    }

    protected static List<String> kinds(Browser reader, String ticketId) {
        return inbox(reader, ticketId).stream()
                .map(each -> each.get("kind").asString())
                .toList();
    }

    protected static int unread(Browser reader) {
        return reader.get("/api/inbox/count").expect(200).body().get("unread").asInt();
    }

    /** A member of staff with an empty badge, which counts no further than it can show. */
    protected Browser withNothingUnread(String post) {
        Browser reader = staffOnPost(post);
        settle();
        reader.post(
                        "/api/inbox/readings",
                        Map.of("before", Instant.now().plusSeconds(1).toString()))
                .expect(200);
        return reader;
    }

    protected static void awaitKinds(Browser reader, String ticketId, String... kinds) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kinds(reader, ticketId)).containsExactlyInAnyOrder(kinds));
    }

    /** Until the listener has dealt with everything that happened to the ticket so far. */
    protected void settle() {
        await().atMost(PATIENCE)
                .until(() -> one(
                                "select count(*) from base.event_publication where listener_id like '%InboxListener%'",
                                Integer.class)
                        == 0);
    }

    /** The one value that the query finds. */
    protected <T> T one(String query, Class<T> type, Object... arguments) {
        return Objects.requireNonNull(rows.queryForObject(query, type, arguments));
    }

    protected UUID unit(String code) {
        return one("select id from organization.unit where code = ?", UUID.class, code);
    }

    protected static UUID uuid(JsonNode row) {
        return UUID.fromString(row.get("id").asString());
    }
}
