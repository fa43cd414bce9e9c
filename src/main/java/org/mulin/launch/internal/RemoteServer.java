package org.mulin.launch.internal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server, spoken to over HTTP. When it goes away, the same request is sent again until it is back: every
 * write carries a key, so that repeating it is safe.
 */
final class RemoteServer {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    /** What the server will not do, in its own words. */
    static final class Refusal extends RuntimeException {
        Refusal(String message) {
            super(message, null, false, false);
        }
    }

    private final URI origin;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private boolean signedIn;
    private boolean reached;

    RemoteServer(String server, JsonMapper json) {
        origin = URI.create(server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
        this.json = json;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send(() -> request(path).GET(), BodyHandlers.ofString()));
    }

    JsonNode post(String path, String key, String body) throws IOException, InterruptedException {
        return json.readTree(send(
                () -> request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString()));
    }

    JsonNode upload(String path, String key, Map<String, String> fields, Path file)
            throws IOException, InterruptedException {
        String boundary = "mulin-" + key;
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append(part(boundary, "name=\"" + name + "\""))
                .append(value)
                .append("\r\n"));
        String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        head.append(part(boundary, "name=\"file\"; filename=\"" + name + "\""));
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return json.readTree(send(
                () -> request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", key)
                        .POST(body),
                BodyHandlers.ofString()));
    }

    void download(String path, Path into) throws IOException, InterruptedException {
        send(() -> request(path).GET(), BodyHandlers.ofFile(into));
    }

    private static String part(String boundary, String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private <T> T send(Supplier<HttpRequest.Builder> request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        long end_ns = System.nanoTime() + PATIENCE.toNanos();
        int strangers = 0;
        while (true) {
            try {
                enter();
                HttpResponse<T> response = client.send(request.get().build(), handler);
                reached = true;
                if (response.statusCode() < 300) {
                    return response.body();
                }
                // a server that started anew has a new token and may have forgotten the session
                boolean stranger = response.statusCode() == 401 && strangers++ < 3;
                signedIn &= !stranger;
                if (!stranger && !AWAY.contains(response.statusCode())) {
                    throw refusal(response);
                }
            } catch (IOException away) {
                if (!reached || System.nanoTime() > end_ns) {
                    throw new IOException(origin + " 无法连接 cannot be reached", away);
                }
                System.err.print("\r服务器暂时无法连接，正在重连 reconnecting …          ");
            }
            Thread.sleep(PAUSE);
        }
    }

    private Refusal refusal(HttpResponse<?> response) {
        String body = response.body() instanceof String text ? text : "";
        if (body.startsWith("{")) {
            JsonNode problem = json.readTree(body);
            return new Refusal(
                    problem.path("detail").asString(problem.path("title").asString("")) + " ("
                            + problem.path("code").asString(String.valueOf(response.statusCode())) + ")");
        }
        return new Refusal("HTTP " + response.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofMinutes(5));
        token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    /** The token of this machine's server, read anew each time as every start makes a new one. */
    private Optional<String> token() {
        boolean local = LOCAL.contains(String.valueOf(origin.getHost()));
        boolean asUser = System.getenv("MULIN_USER") != null;
        int port = origin.getPort() > 0 ? origin.getPort() : origin.getScheme().equals("https") ? 443 : 80;
        return local && !asUser ? LocalTokenFile.read(port) : Optional.empty();
    }

    private void enter() throws IOException, InterruptedException {
        if (signedIn || token().isPresent()) {
            return;
        }
        String user = System.getenv("MULIN_USER");
        String password = System.getenv("MULIN_PASSWORD");
        if (user == null || password == null) {
            throw new Refusal(
                    "请设置 MULIN_USER 和 MULIN_PASSWORD。Set MULIN_USER and MULIN_PASSWORD to enter " + origin + ".");
        }
        cookies.getCookieStore().removeAll();
        client.send(request("/api/session").GET().build(), BodyHandlers.discarding());
        HttpResponse<String> response = client.send(
                request("/api/sessions/staff")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                json.writeValueAsString(Map.of("username", user, "password", password)),
                                StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 300 && !AWAY.contains(response.statusCode())) {
            throw refusal(response);
        }
        signedIn = response.statusCode() < 300;
    }
}
