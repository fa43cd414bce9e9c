package org.mulin.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person of the story before the screen: keeps cookies and the CSRF token, as a browser does. */
final class DemoBrowser {
    private final String origin;
    private final JsonMapper json;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    DemoBrowser(String origin, JsonMapper json) {
        this.origin = origin;
        this.json = json;
        get("/api/session");
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** @param key the same for the same line of the story, so that an interrupted play can go on */
    JsonNode post(String path, Object body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", "zh-CN");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? json.nullNode() : json.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new StoryStuck(
                        response.uri().getPath(),
                        response.statusCode(),
                        body.path("code").asString(""));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The city's rules said no to a line of the story. */
    static final class StoryStuck extends RuntimeException {
        private final String code;

        StoryStuck(String path, int status, String code) {
            super(path + " answered " + status + " " + code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
