package org.mulin.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.mulin.MulinApplication;
import org.mulin.policy.SmallPack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole program over HTTP on a real PostgreSQL, one server for all tests that extend this; each test invents its
 * own people, so that none sees another's rows.
 */
@SpringBootTest(classes = MulinApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class MulinHttpTest {
    protected static final String ADMIN_PASSWORD = "Correct-horse-25";
    private static final AtomicInteger PHONES = new AtomicInteger(10_000_000);

    @LocalServerPort
    private int port;

    @Autowired
    protected JsonMapper json;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("mulin-test");
        registry.add("mulin.data", data::toString);
        registry.add("mulin.pack", SmallPack.folder()::toString);
        registry.add("mulin.demo", () -> "true");
        registry.add("mulin.demo-city", () -> "false");
        registry.add("mulin.admin-password", () -> ADMIN_PASSWORD);
        registry.add("mulin.webhooks.first-pause", () -> "PT0.02S");
        registry.add("mulin.local-token", () -> "local-token-of-the-tests");
        registry.add("server.port", () -> "0");
        // half of the tests' time would go into the passwords of people who live for a second
        registry.add("mulin.password-memory", () -> "64KB");
        // what one test teaches must not change how another's words are understood
        registry.add("mulin.triage.quiet", () -> "7d");
    }

    /** Nobody signed in. */
    protected Browser browser() {
        return new Browser(origin(), json);
    }

    protected String origin() {
        return "http://localhost:" + port;
    }

    /** A resident nobody has met before. */
    protected Browser resident() {
        return resident(newPhone());
    }

    protected Browser resident(String phone) {
        Browser browser = browser();
        browser.post("/api/sign-in-codes", "{\"phone\":\"" + phone + "\"}").expect(202);
        String code = browser.get("/api/demo/messages?phone=" + phone)
                .expect(200)
                .body()
                .get(0)
                .get("code")
                .asString();
        browser.post("/api/sessions/resident", "{\"phone\":\"" + phone + "\",\"code\":\"" + code + "\"}")
                .expect(200);
        return browser;
    }

    protected Browser administrator() {
        return staff("admin", ADMIN_PASSWORD);
    }

    protected Browser staff(String username, String password) {
        Browser browser = browser();
        browser.post("/api/sessions/staff", json.writeValueAsString(Map.of("username", username, "password", password)))
                .expect(200);
        return browser;
    }

    /** A new member of staff on a post of the pack, signed in with a password of their own. */
    protected Browser staffOnPost(String postCode) {
        String username = "t" + PHONES.incrementAndGet();
        administrator()
                .post(
                        "/api/accounts",
                        json.writeValueAsString(Map.of(
                                "username",
                                username,
                                "displayName",
                                "测试" + username,
                                "postCode",
                                postCode,
                                "initialPassword",
                                "Initial-pass-1")))
                .expect(201);
        Browser browser = staff(username, "Initial-pass-1");
        browser.post("/api/password-changes", "{\"current\":\"Initial-pass-1\",\"next\":\"Own-password-2\"}")
                .expect(204);
        return browser;
    }

    /** How many tickets the desk's list shows, page by page. */
    protected static int tickets(Browser who, String query) {
        int count = 0;
        String cursor = "";
        do {
            JsonNode page = who.get("/api/tickets?" + query + "&cursor=" + cursor)
                    .expect(200)
                    .body();
            count += page.get("items").size();
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        return count;
    }

    protected static String newPhone() {
        return "129" + PHONES.incrementAndGet();
    }

    @BeforeEach
    void chineseByDefault() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    }
}
