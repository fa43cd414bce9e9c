package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a browser does: keeps cookies, sends the CSRF token, gives every write a key of its own. */
public final class Browser {
    private final String origin;
    private final JsonMapper json;
    private final CookieManager cookies;
    private boolean csrf = true;
    private String language = "zh-CN";
    private final HttpClient client;

    public Browser(String origin, JsonMapper json) {
        this(origin, json, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
        get("/api/session").expect(200);
    }

    private Browser(String origin, JsonMapper json, CookieManager cookies) {
        this.origin = origin;
        this.json = json;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same person with the same cookies, served by another node of this machine. */
    public Browser at(String node) {
        return new Browser(node, json, cookies);
    }

    /** The same person, reading another language from now on. */
    public Browser reading(String newLanguage) {
        language = newLanguage;
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** An address exactly as written, with what no browser would send. */
    public Answer raw(String path) {
        URI whole = URI.create(origin);
        try (var socket = new Socket(whole.getHost(), whole.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + whole.getAuthority() + "\r\nAccept-Language: "
                    + language + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            String body = answer.substring(head.length());
            return new Answer(
                    Integer.parseInt(head.substring(9, 12)),
                    head.contains("application/problem+json")
                            ? json.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1))
                            : json.getNodeFactory().stringNode(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** A request as written, with these headers and no others but the token's. */
    public Answer ask(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
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

    /** An answer that goes on: its lines as they come; closing the stream hangs up. */
    public HttpResponse<Stream<String>> lines(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Uploads a small picture. @return its id */
    public String photo() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return upload("/api/files", "file", "现场.png", png.toByteArray())
                .expect(201)
                .body()
                .get("id")
                .asString();
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
        var request = HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", language);
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
            // a place that nothing was put in is no text for people
            assertThat(body.path("detail").asString("")).doesNotContainPattern("\\{\\d");
            return this;
        }

        /** The problem's code, such as {@code sign-in-failed}. */
        public String code() {
            return body.path("code").asString();
        }
    }
}
