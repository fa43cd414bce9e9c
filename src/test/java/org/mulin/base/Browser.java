package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a browser does: keeps cookies, sends the CSRF token, gives every write a key of its own. */
public final class Browser {
    private final String origin;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private boolean csrf = true;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(String origin, JsonMapper json) {
        this.origin = origin;
        this.json = json;
        get("/api/session").expect(200);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body) {
        return post(path, json.writeValueAsString(body));
    }

    public Answer post(String path, String body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** The same person on a page that does not know the token. */
    public Browser withoutCsrf() {
        Browser forgetful = new Browser(origin, json);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> forgetful.cookies.getCookieStore().add(URI.create(origin), cookie));
        forgetful.csrf = false;
        return forgetful;
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** One file as a multipart form. */
    public Answer upload(String path, String field, String fileName, byte[] content) {
        String boundary = "mulin" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail))));
    }

    public byte[] bytes(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", "zh-CN");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> csrf && cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            ? json.readTree(response.body())
                            : json.getNodeFactory().stringNode(response.body());
            return new Answer(response.statusCode(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public record Answer(int status, JsonNode body) {
        public Answer expect(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }

        /** The problem's code, such as {@code sign-in-failed}. */
        public String code() {
            return body.path("code").asString();
        }
    }
}
