package org.mulin.launch.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server, spoken to over HTTP. When it goes away, the same request is sent again, to the city's next node if
 * there are several, until one answers: every write carries a key, so that repeating it is safe.
 */
final class RemoteServer {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** For a server that has left its token on this machine, but has not answered yet: it may be starting anew. */
    private static final Duration PATIENCE_AT_FIRST = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    /** What the server will not do, in its own words. */
    static final class Refusal extends RuntimeException {
        Refusal(String message) {
            super(message, null, false, false);
        }
    }

    private final List<URI> nodes;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int at;
    private boolean signedIn;
    private boolean reached;

    /** @param nodes addresses of one city's nodes; the next is asked when one is away */
    RemoteServer(List<String> nodes, JsonMapper json) {
        this.nodes = nodes.stream()
                .map(node -> URI.create(node.endsWith("/") ? node.substring(0, node.length() - 1) : node))
                .toList();
        this.json = json;
    }

    private URI origin() {
        return nodes.get(at);
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
        long start_ns = System.nanoTime();
        int strangers = 0;
        int away = 0;
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
                if (!stranger) {
                    askTheNext();
                }
            } catch (IOException gone) {
                // whoever took the connection was there, even if the answer never came
                reached |= !(gone instanceof ConnectException) && !(gone instanceof HttpConnectTimeoutException);
                if (++away >= nodes.size()
                        && System.nanoTime() - start_ns > patience().toNanos()) {
                    throw new IOException(origin() + " 无法连接 cannot be reached", gone);
                }
                System.err.print("\r服务器暂时无法连接，正在重连 reconnecting …          ");
                askTheNext();
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Cookies of one address mean nothing at another. */
    private void askTheNext() {
        int next = (at + 1) % nodes.size();
        signedIn &= next == at;
        at = next;
    }

    private Duration patience() {
        return reached ? PATIENCE : token().isPresent() ? PATIENCE_AT_FIRST : Duration.ZERO;
    }

    private Refusal refusal(HttpResponse<?> response) {
        String body = response.body() instanceof String text ? text : "";
        if (body.startsWith("{")) {
            JsonNode problem = json.readTree(body);
            StringBuilder words = new StringBuilder("服务器拒绝了请求 the server refused: ");
            words.append(problem.path("detail").asString(problem.path("title").asString("")));
            problem.path("errors")
                    .forEach(error -> words.append("\n  ")
                            .append(error.path("field").asString(""))
                            .append("：")
                            .append(error.path("message").asString("")));
            return new Refusal(
                    words + " (" + problem.path("code").asString(String.valueOf(response.statusCode())) + ")");
        }
        return new Refusal("服务器答复异常 unexpected answer: HTTP " + response.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin().resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept-Language", Terminal.language().toLanguageTag());
        token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    /** The token of this machine's server, read anew each time as every start makes a new one. */
    private Optional<String> token() {
        boolean local = LOCAL.contains(String.valueOf(origin().getHost()));
        boolean asUser = System.getenv("MULIN_USER") != null;
        URI node = origin();
        int port = node.getPort() > 0 ? node.getPort() : node.getScheme().equals("https") ? 443 : 80;
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
                    "请设置 MULIN_USER 和 MULIN_PASSWORD。Set MULIN_USER and MULIN_PASSWORD to enter " + origin() + ".");
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
