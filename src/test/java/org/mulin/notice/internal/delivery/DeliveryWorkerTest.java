package org.mulin.notice.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.access.Accounts;
import org.mulin.base.Said;
import org.mulin.notice.internal.NoticeHttpTest;
import org.mulin.ticket.TicketAuthors;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The worker against a gateway that fails: ten days ahead and at noon, where neither the server's own worker nor a
 * night comes between.
 */
class DeliveryWorkerTest extends NoticeHttpTest {
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(10)).plus(Duration.ofHours(4));

    @Autowired
    private DeliveryRepository deliveries;

    @Autowired
    private Deliveries desk;

    @Autowired
    private PreferenceRepository preferences;

    @Autowired
    private TicketAuthors authors;

    @Autowired
    private Accounts accounts;

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", exchange -> {
            JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
            bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (answer < 300) {
                taken.add(message);
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        rows.update("delete from notice.delivery where created_at >= ?::timestamptz", NOON.toString());
    }

    @Test
    void aMessageIsHandedOverAsJson() {
        String phone = newPhone();
        UUID id = waiting(phone, NOON);
        worker(NOON).work();
        assertThat(state(id)).isEqualTo("SENT 1 null");
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().get("id").asString()).isEqualTo(id.toString());
        assertThat(taken.getFirst().get("phone").asString()).isEqualTo(phone);
        assertThat(taken.getFirst().get("text").asString()).isEqualTo("【睦邻】您反映的事项（工单 7）已办结。");
        assertThat(taken.getFirst().has("code")).isFalse();
        assertThat(bearers).containsOnly("Bearer secret");
    }

    @Test
    void aGatewayThatIsDownIsAskedAgainLaterAndLaterAndThenNoMore() {
        UUID id = waiting(newPhone(), NOON);
        answer = 503;
        Instant now = NOON;
        for (Duration wait : DeliveryWorker.WAITS) {
            worker(now).work();
            worker(now.plus(wait).minusSeconds(1)).work();
            assertThat(one("select next_at from notice.delivery where id = ?", Timestamp.class, id)
                            .toInstant())
                    .as("in the evening it waits for the morning")
                    .isAfterOrEqualTo(now.plus(wait));
            now = one("select next_at from notice.delivery where id = ?", Timestamp.class, id)
                    .toInstant();
        }
        assertThat(state(id)).isEqualTo("WAITING 5 BUSY");
        worker(now).work();
        assertThat(state(id)).isEqualTo("PARKED 6 BUSY");
        answer = 204;
        worker(now.plus(Duration.ofHours(1))).work();
        assertThat(taken).isEmpty();
    }

    @Test
    void whatTheGatewayRefusesIsParkedAtOnce() {
        UUID id = waiting(newPhone(), NOON);
        answer = 400;
        worker(NOON).work();
        assertThat(state(id)).isEqualTo("PARKED 1 REFUSED");
    }

    @Test
    void aGatewayThatIsNotThereIsAskedAgain() {
        UUID id = waiting(newPhone(), NOON);
        gateway.stop(0);
        worker(NOON).work();
        assertThat(state(id)).isEqualTo("WAITING 1 UNREACHABLE");
    }

    @Test
    void oldNewsAndAppealsTakenBackAreDropped() {
        UUID late = waiting(newPhone(), NOON);
        worker(NOON.plus(DeliveryWorker.OF_USE).plusSeconds(1)).work();
        assertThat(state(late)).isEqualTo("DROPPED 1 LATE");
        UUID withdrawn = waiting(newPhone(), NOON);
        rows.update(
                "update ticket.appeal set withdrawn_at = now() where id ="
                        + " (select appeal_id from notice.delivery where id = ?)",
                withdrawn);
        worker(NOON).work();
        assertThat(state(withdrawn)).isEqualTo("DROPPED 1 NO_PHONE");
        assertThat(taken).isEmpty();
    }

    @Test
    void manyNodesSendEachMessageOnce() throws InterruptedException {
        JsonNode receipt = lift(resident());
        UUID appeal = UUID.fromString(receipt.get("appealId").asString());
        List<Outgoing> all = IntStream.range(0, 90)
                .mapToObj(
                        n -> Outgoing.toAuthor(null, appeal, UUID.randomUUID(), Said.of("progress.closed", n, "", "")))
                .toList();
        deliveries.insert(all, NOON, NOON);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(n -> nodes.execute(() -> worker(NOON).work()));
            nodes.shutdown();
            assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(taken)
                .extracting(message -> message.get("text").asString())
                .hasSize(90)
                .doesNotHaveDuplicates();
    }

    private DeliveryWorker worker(Instant now) {
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/";
        return new DeliveryWorker(
                deliveries,
                desk,
                preferences,
                new HttpGateway(url, "secret"),
                authors,
                accounts,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private UUID waiting(String phone, Instant at) {
        JsonNode receipt = lift(resident(phone));
        UUID appeal = UUID.fromString(receipt.get("appealId").asString());
        deliveries.insert(
                List.of(Outgoing.toAuthor(null, appeal, UUID.randomUUID(), Said.of("progress.closed", 7, "", ""))),
                at,
                at);
        return one(
                "select id from notice.delivery where appeal_id = ? and text_code = 'progress.closed'",
                UUID.class,
                appeal);
    }

    private String state(UUID id) {
        Map<String, Object> row = rows.queryForMap("select state, tries, fault from notice.delivery where id = ?", id);
        return row.get("state") + " " + row.get("tries") + " " + row.get("fault");
    }
}
