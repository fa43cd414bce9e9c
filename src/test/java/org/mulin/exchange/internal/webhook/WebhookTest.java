package org.mulin.exchange.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mulin.exchange.internal.db.Tables.DELIVERY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What subscribers hear, how often it is tried, and who may arrange it. */
class WebhookTest extends MulinHttpTest {
    private static final String GRID = "360502001001001";
    private static final String DISPATCHED = "org.mulin.ticket.dispatched.v1";
    private static final String REGISTERED = "org.mulin.ticket.registered.v1";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private PushRepository deliveries;

    @Autowired
    private SubscriptionRepository subscriptions;

    @Autowired
    private Clock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private WebhookGate gate;

    private Browser integrator;

    @BeforeEach
    void integrator() {
        integrator = staffOnPost("city-integrator");
    }

    private JsonNode subscribe(String url, List<String> types, String area) {
        return integrator
                .post(
                        "/api/exchange/subscriptions",
                        Map.of("name", "数据中台", "url", url, "eventTypes", types, "areaCode", area))
                .expect(201)
                .body();
    }

    private void end(JsonNode subscription) {
        integrator
                .post("/api/exchange/subscriptions/" + id(subscription) + "/revocations", "")
                .expect(200);
    }

    private static String id(JsonNode subscription) {
        return subscription.get("view").get("id").asString();
    }

    private String file() {
        Map<String, Object> body = Map.of(
                "words",
                "云栖里小区门口路上窨井盖不见了，很危险",
                "photoIds",
                List.of(),
                "place",
                Map.of("areaCode", GRID),
                "confidential",
                false,
                "contactName",
                "欧阳小明");
        return resident()
                .post("/api/appeals", body)
                .expect(201)
                .body()
                .get("number")
                .asString();
    }

    private List<JsonNode> sent(JsonNode subscription, String subject) {
        List<JsonNode> found = new ArrayList<>();
        integrator
                .get("/api/exchange/subscriptions/" + id(subscription) + "/deliveries?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("subject").asString().equals(subject))
                .forEach(found::add);
        return found;
    }

    private static List<Receiver.Heard> of(Receiver receiver, String subject) {
        return receiver.heard().stream()
                .filter(each -> each.body().contains(subject))
                .toList();
    }

    @Test
    void aSubscriberHearsFactsSigned() {
        try (Receiver receiver = Receiver.taking()) {
            JsonNode made = subscribe(receiver.url(), List.of(DISPATCHED, REGISTERED), "360502001001");
            String number = file();
            await().atMost(SOON).until(() -> of(receiver, number).size() == 2);
            Receiver.Heard heard = of(receiver, number).stream()
                    .filter(each -> each.body().contains(DISPATCHED))
                    .findFirst()
                    .orElseThrow();
            String secret = made.get("secret").asString();
            long timestamp_s = Long.parseLong(heard.timestamp());
            assertThat(heard.signature()).isEqualTo(Signature.of(secret, heard.id(), timestamp_s, heard.body()));
            assertThat(heard.type()).startsWith("application/cloudevents+json");
            JsonNode event = json.readTree(heard.body());
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("id").asString()).isEqualTo(heard.id());
            assertThat(event.get("source").asString()).startsWith("urn:mulin:3605");
            assertThat(event.get("subject").asString()).isEqualTo(number);
            assertThat(Instant.parse(event.get("time").asString())).isBeforeOrEqualTo(clock.instant());
            assertThat(names(event.get("data").get("ticket")))
                    .containsExactlyInAnyOrder(
                            "id",
                            "number",
                            "status",
                            "channel",
                            "matterCode",
                            "urgency",
                            "areaCode",
                            "placed",
                            "unitCode",
                            "openedAt",
                            "dueAt",
                            "confidential");
            assertThat(names(event.get("data").get("event")))
                    .containsExactlyInAnyOrder("unitCode", "dueAt", "automatic");
            assertThat(heard.body()).doesNotContain("窨井盖", "欧阳", "authorId");
            await().atMost(SOON)
                    .until(() -> sent(made, number).stream()
                            .allMatch(each -> each.get("state").asString().equals("DELIVERED")));
            end(made);
        }
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    @Test
    void otherAreasAndOtherTypesAreNotTold() {
        try (Receiver receiver = Receiver.taking()) {
            JsonNode elsewhere = subscribe(receiver.url() + "elsewhere", List.of(REGISTERED), "360502001007");
            JsonNode others = subscribe(receiver.url(), List.of("org.mulin.ticket.closed.v1"), GRID);
            JsonNode witness = subscribe(receiver.url(), List.of(REGISTERED), GRID);
            String number = file();
            await().atMost(SOON).until(() -> !sent(witness, number).isEmpty());
            assertThat(sent(elsewhere, number)).isEmpty();
            assertThat(sent(others, number)).isEmpty();
            List.of(elsewhere, others, witness).forEach(this::end);
        }
    }

    @Test
    void isToldAgainUntilItIsHeard() {
        try (Receiver receiver = new Receiver(place -> new int[] {500, 302, 429, 200}[Math.min(place, 3)])) {
            JsonNode made = subscribe(receiver.url(), List.of(REGISTERED), GRID);
            String number = file();
            await().atMost(SOON)
                    .until(() -> sent(made, number).stream()
                            .anyMatch(each -> each.get("state").asString().equals("DELIVERED")));
            List<Receiver.Heard> heard = of(receiver, number);
            assertThat(heard).hasSize(4);
            assertThat(heard.stream().map(Receiver.Heard::id).distinct()).hasSize(1);
            assertThat(sent(made, number).getFirst().get("attempts").asInt()).isEqualTo(4);
            end(made);
        }
    }

    @Test
    void isGivenUpVisiblyAndSentAgainByHand() {
        boolean[] mended = {false};
        try (Receiver receiver = new Receiver(place -> mended[0] ? 200 : 503)) {
            JsonNode made = subscribe(receiver.url(), List.of(REGISTERED), GRID);
            String number = file();
            await().atMost(SOON)
                    .until(() -> sent(made, number).stream()
                            .anyMatch(each -> each.get("state").asString().equals("FAILED")));
            JsonNode failed = sent(made, number).getFirst();
            assertThat(failed.get("answerStatus").asInt()).isEqualTo(503);
            assertThat(failed.get("failure").asString()).isEqualTo("webhook-answer");
            assertThat(failed.get("attempts").asInt())
                    .isEqualTo(of(receiver, number).size())
                    .isEqualTo(10);
            mended[0] = true;
            integrator
                    .post("/api/exchange/deliveries/" + failed.get("id").asString() + "/redeliveries", "")
                    .expect(200);
            await().atMost(SOON)
                    .until(() -> sent(made, number)
                            .getFirst()
                            .get("state")
                            .asString()
                            .equals("DELIVERED"));
            end(made);
        }
    }

    @Test
    void whoeverIsTakenOffHearsNothingMore() {
        JsonNode made = subscribe("http://127.0.0.1:9/", List.of(REGISTERED), GRID);
        String number = file();
        await().atMost(SOON).until(() -> !sent(made, number).isEmpty());
        end(made);
        JsonNode stopped = sent(made, number).getFirst();
        assertThat(stopped.get("state").asString()).isEqualTo("FAILED");
        String again = integrator
                .post("/api/exchange/deliveries/" + stopped.get("id").asString() + "/redeliveries", "")
                .expect(422)
                .code();
        assertThat(again).isEqualTo("webhook-revoked");
        String later = file();
        assertThat(sent(made, later)).isEmpty();
    }

    /** Two nodes at the same rows: everything is heard once. */
    @Test
    void twoWorkersShareWithoutDoubling() {
        try (Receiver receiver = Receiver.taking()) {
            JsonNode made = subscribe(receiver.url(), List.of("org.mulin.ticket.closed.v1"), GRID);
            UrlGuard guard = new UrlGuard(true, false);
            PushRunner second = new PushRunner(
                    deliveries,
                    subscriptions,
                    new PushSender(guard, Duration.ofSeconds(5)),
                    () -> 3,
                    clock,
                    Duration.ofMillis(20));
            second.start();
            List<PushRepository.New> many = new ArrayList<>();
            UUID subscription = UUID.fromString(id(made));
            for (int i = 0; i < 200; i++) {
                UUID event = UUID.randomUUID();
                many.add(new PushRepository.New(subscription, event, "test", "doubling", "{\"n\":" + i + "}"));
            }
            deliveries.insert(many);
            // telling the same events again adds nothing
            deliveries.insert(many);
            await().atMost(SOON).until(() -> receiver.heard().size() >= 200);
            second.stop();
            assertThat(receiver.heard()).hasSize(200);
            assertThat(new HashSet<>(
                            receiver.heard().stream().map(Receiver.Heard::body).toList()))
                    .hasSize(200);
            end(made);
        }
    }

    /** The outbox is what would cost: while nobody listens, the listener's condition keeps it empty. */
    @Test
    void costsNothingWhileNobodyListens() {
        sql.execute("update exchange.subscription set revoked_at = created_at where revoked_at is null");
        gate.look();
        assertThat(gate.open()).isFalse();
        int before = deliveredRows();
        file();
        assertThat(deliveredRows()).isEqualTo(before);
    }

    private int deliveredRows() {
        return sql.fetchCount(DELIVERY);
    }
}
