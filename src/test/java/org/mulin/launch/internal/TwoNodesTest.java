package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/**
 * Two servers on one PostgreSQL and one folder of files, started at the same moment on an empty database: whoever is
 * served by one is served by the other, and when one is killed the other ends its work. The last test kills.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String GRID = "360502001001001";
    private static final int MESSAGES = 1500;

    private TwoNodes nodes;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        nodes = new TwoNodes(folder);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        nodes.close();
    }

    /** The same person at the other node. */
    private Browser there(Browser here) {
        return here.at(nodes.other.origin());
    }

    @Test
    @Order(1)
    void aSessionIsOneOnBothAndEndsOnBoth() {
        Browser here = nodes.staffOn("hotline-clerk");
        Browser there = there(here);
        there.get("/api/tickets").expect(200);
        here.delete("/api/session").expect(204);
        there.get("/api/tickets").expect(401);

        Browser disabled = nodes.staffOn("urban-clerk");
        Browser administrator = nodes.administrator();
        String account = administrator
                .get("/api/accounts?q=" + nodes.lastName())
                .expect(200)
                .body()
                .at("/items/0/id")
                .asString();
        there(disabled).get("/api/tickets").expect(200);
        administrator.post("/api/accounts/" + account + "/disablements", "{}").expect(200);
        there(disabled).get("/api/tickets").expect(401);
    }

    @Test
    @Order(2)
    void triesAreCountedOverBoth() {
        nodes.staffOn("urban-handler");
        Map<String, String> wrong = Map.of("username", nodes.lastName(), "password", "Wrong-password-1");
        for (int attempt = 0; attempt < 5; attempt++) {
            ServerProcess node = attempt % 2 == 0 ? nodes.one : nodes.other;
            assertThat(nodes.browser(node).post("/api/sessions/staff", wrong).code())
                    .isEqualTo("sign-in-failed");
        }
        for (ServerProcess node : List.of(nodes.one, nodes.other)) {
            assertThat(nodes.browser(node)
                            .post(
                                    "/api/sessions/staff",
                                    Map.of("username", nodes.lastName(), "password", TwoNodes.PASSWORD))
                            .code())
                    .isEqualTo("account-locked");
        }
        nodes.browser(nodes.one)
                .post("/api/sign-in-codes", Map.of("phone", "12900007001"))
                .expect(202);
        nodes.browser(nodes.other)
                .post("/api/sign-in-codes", Map.of("phone", "12900007001"))
                .expect(429);
    }

    @Test
    @Order(3)
    void whatIsWrittenHereIsSeenThere() {
        Browser firm = there(nodes.staffOn("property-clerk"));
        List<String> inbox = follow(firm, "/api/inbox/stream");
        List<String> map = follow(there(nodes.staffOn("city-leader")), "/api/insight/stream");
        await().atMost(PATIENCE).until(() -> !inbox.isEmpty());
        int states = inbox.size();
        String number = lift(nodes.resident("12900007002"), UUID.randomUUID().toString())
                .get("number")
                .asString();
        await().atMost(PATIENCE).until(() -> map.stream().anyMatch(line -> line.contains(number)));
        await().atMost(PATIENCE).until(() -> inbox.size() > states);
        assertThat(inbox.getLast()).contains("\"unread\":1");
    }

    @Test
    @Order(4)
    void whatIsLearntHereServesThere() {
        Browser seat = nodes.staffOn("hotline-seat");
        String words = "呜噜呜噜响个不停，嗡嗡嗡，一夜一夜没完";
        assertThat(understood(there(seat), words)).isNotEqualTo("nei-dog");
        for (int call = 0; call < 3; call++) {
            Map<String, Object> body = Map.of(
                    "channel",
                    "HOTLINE",
                    "words",
                    words,
                    "place",
                    Map.of("areaCode", GRID),
                    "confidential",
                    false,
                    "matterCode",
                    "nei-dog",
                    "outcome",
                    "DISPATCH");
            seat.post("/api/tickets", (Object) body).expect(201);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(understood(there(seat), words)).isEqualTo("nei-dog"));
    }

    @Test
    @Order(5)
    void whatIsFiledHereIsGatheredThere() {
        Browser leader = there(nodes.staffOn("city-leader"));
        for (int people = 1; people <= 4; people++) {
            JsonNode ticket = nodes.resident("1290000701" + people)
                    .post(
                            "/api/appeals",
                            Map.of(
                                    "words",
                                    "葭汊泵房的铁门没锁，小孩总往里钻，太危险了",
                                    "photoIds",
                                    List.of(),
                                    "place",
                                    Map.of("areaCode", GRID),
                                    "confidential",
                                    false))
                    .expect(201)
                    .body()
                    .get("ticketId");
            int told = people < 3 ? 0 : people;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gathered(leader, ticket))
                            .as("three make an issue")
                            .isEqualTo(told));
        }
    }

    private static int gathered(Browser leader, JsonNode ticket) {
        return leader.get("/api/insight/hot")
                .expect(200)
                .body()
                .get("issues")
                .valueStream()
                .filter(issue -> issue.get("ticketIds").valueStream().anyMatch(ticket::equals))
                .mapToInt(issue -> issue.get("people").asInt())
                .sum();
    }

    @Test
    @Order(9)
    void whenOneIsKilledTheOtherEndsItsWorkOnce() throws Exception {
        Browser importer = nodes.staffOn("hotline-clerk");
        Browser firm = nodes.staffOn("property-clerk");
        Browser resident = nodes.resident("12900007003");
        long before = nodes.count("select count(*) from ticket.ticket");
        // so that the first takes the job
        nodes.other.pause();
        String address = startImport(importer);
        await().atMost(PATIENCE).until(() -> progress(importer, address, "imported") > 0);
        nodes.other.resume();
        String key = UUID.randomUUID().toString();
        JsonNode receipt;
        try (Connection locker = nodes.connect();
                Statement lock = locker.createStatement()) {
            // the node has answered, but can tell nobody
            locker.setAutoCommit(false);
            lock.execute("lock table notice.taken_changes in exclusive mode");
            receipt = lift(resident, key);
            nodes.one.kill();
            locker.rollback();
        }
        Browser survivor = there(importer);
        assertThat(progress(survivor, address, "imported")).isLessThan(MESSAGES);
        assertThat(lift(there(resident), key)).as("repeated with its key").isEqualTo(receipt);
        await().atMost(PATIENCE)
                .until(() -> survivor.get(address)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("DONE"));
        assertThat(progress(survivor, address, "imported") + progress(survivor, address, "repeated"))
                .isEqualTo(MESSAGES);
        assertThat(nodes.count("select count(*) from ticket.ticket")).isEqualTo(before + MESSAGES + 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(arrivals(there(firm), receipt.get("ticketId"))).isEqualTo(1);
            assertThat(nodes.count("select count(*) from base.event_publication"))
                    .isZero();
            assertThat(nodes.count("select count(*) from audit.seal"))
                    .isEqualTo(nodes.count("select count(*) from audit.entry"))
                    .isEqualTo(nodes.count("select max(number) from audit.seal"));
        });
    }

    private String startImport(Browser importer) {
        byte[] file = IntStream.range(0, MESSAGES)
                .mapToObj(i -> nodes.json.writeValueAsString(Map.of(
                        "id",
                        "two-" + i,
                        "subject",
                        "惠民新村下水道堵了",
                        "body",
                        "污水从井里冒出来流到路上，第" + i + "户反映。",
                        "time",
                        "2026/2/28 11:25:05")))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        JsonNode looked = importer.upload("/api/imports", "file", "appeals.jsonl", file)
                .expect(201)
                .body();
        String address = "/api/imports/" + looked.get("id").asString();
        importer.post(address + "/starts", Map.of("mapping", looked.get("mapping")))
                .expect(200);
        return address;
    }

    private static long progress(Browser importer, String address, String counter) {
        return importer.get(address).expect(200).body().get(counter).asLong();
    }

    private static int arrivals(Browser reader, JsonNode ticketId) {
        return (int) reader.get("/api/inbox?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("ticketId").equals(ticketId))
                .filter(each -> each.get("kind").asString().equals("ARRIVED"))
                .count();
    }

    private static String understood(Browser seat, String words) {
        return seat.post("/api/intake/understandings", Map.of("words", words, "place", Map.of("areaCode", GRID)))
                .expect(200)
                .body()
                .at("/matters/0/code")
                .asString("");
    }

    private static JsonNode lift(Browser resident, String key) {
        String body = """
                {"words":"云栖里小区3栋电梯坏了好几天没人修，老人下不了楼，物业不管","photoIds":[],"confidential":false,
                 "place":{"areaCode":"360502001001001"}}""";
        return resident.post("/api/appeals", body, key).expect(201).body();
    }

    /** The data lines of a stream, as they come. */
    private static List<String> follow(Browser reader, String path) {
        List<String> heard = new CopyOnWriteArrayList<>();
        var response = reader.lines(path);
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.startVirtualThread(() -> {
            try (Stream<String> lines = response.body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(heard::add);
            } catch (UncheckedIOException e) {
                // the node went away
            }
        });
        return heard;
    }
}
