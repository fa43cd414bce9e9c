package org.mulin.launch.internal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers, started at the same moment on an empty PostgreSQL, and the people who come to the first. */
final class TwoNodes implements AutoCloseable {
    static final String PASSWORD = "Own-password-2";
    private static final String ADMIN_PASSWORD = "Correct-horse-25";

    final JsonMapper json = JsonMapper.builder().build();
    final ServerProcess one;
    final ServerProcess other;
    private final EmbeddedDatabase database;
    private final HttpServer gateway;
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private int people;

    TwoNodes(Path folder) throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/codes", exchange -> {
            JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
            if (message.has("code")) {
                codes.put(message.get("phone").asString(), message.get("code").asString());
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        gateway.start();
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/codes";
        database = EmbeddedDatabase.start(folder.resolve("postgres"), ignored -> {});
        Path files = folder.resolve("files");
        var first =
                CompletableFuture.supplyAsync(() -> ServerProcess.node(folder.resolve("one"), url, database, files));
        other = ServerProcess.node(folder.resolve("other"), url, database, files);
        one = first.join();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (ServerProcess node : List.of(one, other)) {
            node.stop();
        }
        database.close();
        gateway.stop(0);
    }

    /** Nobody signed in. */
    Browser browser(ServerProcess node) {
        return new Browser(node.origin(), json);
    }

    /** Signed in at the first node. */
    Browser resident(String phone) {
        Browser browser = browser(one);
        browser.post("/api/sign-in-codes", Map.of("phone", phone)).expect(202);
        browser.post("/api/sessions/resident", Map.of("phone", phone, "code", codes.get(phone)))
                .expect(200);
        return browser;
    }

    Browser administrator() {
        return staff("admin", ADMIN_PASSWORD);
    }

    /** A new member of staff, see {@link #lastName()}, signed in at the first node. */
    Browser staffOn(String post) {
        people++;
        administrator()
                .post(
                        "/api/accounts",
                        Map.of(
                                "username",
                                lastName(),
                                "displayName",
                                "测试员",
                                "postCode",
                                post,
                                "initialPassword",
                                "Initial-pass-1"))
                .expect(201);
        Browser browser = staff(lastName(), "Initial-pass-1");
        browser.post("/api/password-changes", Map.of("current", "Initial-pass-1", "next", PASSWORD))
                .expect(204);
        return browser;
    }

    /** The user name of whoever came last. */
    String lastName() {
        return "two" + people;
    }

    private Browser staff(String username, String password) {
        Browser browser = browser(one);
        browser.post("/api/sessions/staff", Map.of("username", username, "password", password))
                .expect(200);
        return browser;
    }

    long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password());
    }
}
