package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * kill -9 of server and database at random moments: whatever was acknowledged is there afterwards, once; whoever got no
 * answer repeats with the same key and doubles nothing. Seeded.
 */
class CrashTest {
    private static final int WRITERS = 10;
    private static final int WRITES_EACH = 20;
    private static final int CRASHES = 3;
    private static final int MESSAGES = 1500;
    private static final long SEED = 20261123;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();

    private final Random random = new Random(SEED);

    @TempDir
    private static Path data;

    private static HttpServer gateway;
    private static ServerProcess server;

    /** One city for both: a start is what costs most here. */
    @BeforeAll
    static void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/codes", exchange -> {
            JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (message.has("code")) {
                CODES.put(message.get("phone").asString(), message.get("code").asString());
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        gateway.start();
        server = new ServerProcess(
                data, "http://127.0.0.1:" + gateway.getAddress().getPort() + "/codes");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.stop();
        gateway.stop(0);
    }

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsDoubled() throws Exception {
        var acknowledged = new AtomicInteger();
        List<Browser> people = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            people.add(resident("1290000900" + writer));
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Set<String>>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Browser resident = people.get(writer);
                written.add(writers.submit(() -> write(resident, acknowledged)));
            }
            for (int crash = 1; crash <= CRASHES; crash++) {
                int moment = crash * WRITERS * WRITES_EACH / (CRASHES + 1) + random.nextInt(20);
                while (acknowledged.get() < moment) {
                    Thread.sleep(5);
                }
                server.crash(crash % 2 == 1);
            }
            for (int writer = 0; writer < WRITERS; writer++) {
                Set<String> numbers = written.get(writer).get();
                assertThat(numbers).hasSize(WRITES_EACH);
                assertThat(kept(people.get(writer))).containsExactlyInAnyOrderElementsOf(numbers);
            }
        }
        Browser reader = clerk("reader");
        // the index of what is alike was in memory only
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(reader.get("/api/insight/hot")
                                .expect(200)
                                .body()
                                .get("issues")
                                .valueStream()
                                .map(issue -> issue.get("people").asInt() + " people, "
                                        + issue.get("messages").asInt() + " messages"))
                        .contains(WRITERS + " people, " + WRITERS * WRITES_EACH + " messages"));
    }

    @Test
    void anImportThatIsKilledTwiceGoesOnAndDoublesNothing() throws Exception {
        Browser clerk = clerk("importer");
        byte[] file = IntStream.range(0, MESSAGES)
                .mapToObj(i -> JSON.writeValueAsString(Map.of(
                        "id",
                        "crash-" + i,
                        "subject",
                        "惠民新村下水道堵了",
                        "body",
                        "污水从井里冒出来流到路上，第" + i + "户反映。",
                        "time",
                        "2026/2/28 11:25:05")))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        JsonNode looked = clerk.upload("/api/imports", "file", "appeals.jsonl", file)
                .expect(201)
                .body();
        String address = "/api/imports/" + looked.get("id").asString();
        clerk.post(address + "/starts", Map.of("mapping", looked.get("mapping")))
                .expect(200);
        int killed = 0;
        while (!progress(clerk, address).get("state").asString().equals("DONE")) {
            long imported = progress(clerk, address).get("imported").asLong();
            if (killed < 2 && imported > killed * MESSAGES / 3 && imported < MESSAGES) {
                Thread.sleep(random.nextInt(200));
                server.crash(killed == 0);
                killed++;
            }
            Thread.sleep(20);
        }
        JsonNode done = progress(clerk, address);
        assertThat(killed).isPositive();
        assertThat(done.get("read").asLong()).isEqualTo(MESSAGES);
        assertThat(done.get("imported").asLong() + done.get("repeated").asLong())
                .isEqualTo(MESSAGES);
        assertThat(rows(clerk, "/api/tickets?queue=all&channel=HOTLINE&limit=100"))
                .hasSize(MESSAGES);
    }

    private static JsonNode progress(Browser clerk, String address) throws InterruptedException {
        while (true) {
            try {
                Browser.Answer answer = clerk.get(address);
                if (answer.status() < 500) {
                    return answer.expect(200).body();
                }
            } catch (IllegalStateException | UncheckedIOException noAnswer) {
                // the server is down: ask again
            }
            Thread.sleep(100);
        }
    }

    private Browser clerk(String username) {
        Browser administrator = staff("admin", "Correct-horse-25");
        administrator
                .post(
                        "/api/accounts",
                        Map.of(
                                "username", username,
                                "displayName", "受理员",
                                "postCode", "hotline-clerk",
                                "initialPassword", "Initial-pass-1"))
                .expect(201);
        Browser clerk = staff(username, "Initial-pass-1");
        clerk.post("/api/password-changes", Map.of("current", "Initial-pass-1", "next", "Own-password-2"))
                .expect(204);
        return clerk;
    }

    private Browser staff(String username, String password) {
        Browser browser = new Browser(server.origin(), JSON);
        browser.post("/api/sessions/staff", Map.of("username", username, "password", password))
                .expect(200);
        return browser;
    }

    /** Writes with a key each; without an answer the same write is sent again until one comes. */
    private Set<String> write(Browser resident, AtomicInteger acknowledged) throws InterruptedException {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < WRITES_EACH; i++) {
            String key = UUID.randomUUID().toString();
            String body = JSON.writeValueAsString(Map.of(
                    "words",
                    "云栖里小区的路灯不亮，第" + i + "次反映。",
                    "photoIds",
                    List.of(),
                    "place",
                    Map.of("lon", 114.926231, "lat", 27.800760),
                    "confidential",
                    false));
            numbers.add(insist(resident, body, key));
            acknowledged.incrementAndGet();
        }
        return numbers;
    }

    private static String insist(Browser resident, String body, String key) throws InterruptedException {
        while (true) {
            try {
                Browser.Answer answer = resident.post("/api/appeals", body, key);
                if (answer.status() < 500) {
                    return answer.expect(201).body().get("number").asString();
                }
            } catch (IllegalStateException | UncheckedIOException noAnswer) {
                // the server is down: try again
            }
            Thread.sleep(100);
        }
    }

    private static List<String> kept(Browser resident) {
        return rows(resident, "/api/my/appeals?limit=100");
    }

    /** The numbers of a whole list, page by page. */
    private static List<String> rows(Browser browser, String address) {
        List<String> numbers = new ArrayList<>();
        String next = "";
        while (true) {
            JsonNode page = browser.get(address + next).expect(200).body();
            page.get("items").forEach(row -> numbers.add(row.get("number").asString()));
            if (page.get("next").isNull()) {
                return numbers;
            }
            next = "&cursor=" + URLEncoder.encode(page.get("next").asString(), StandardCharsets.UTF_8);
        }
    }

    private Browser resident(String phone) {
        Browser browser = new Browser(server.origin(), JSON);
        browser.post("/api/sign-in-codes", Map.of("phone", phone)).expect(202);
        browser.post("/api/sessions/resident", Map.of("phone", phone, "code", CODES.get(phone)))
                .expect(200);
        return browser;
    }
}
