package org.mulin.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person of the story before the screen: keeps cookies and the CSRF token, as a browser does. All of them share
 * the lines to the server.
 */
final class DemoBrowser {
    private final Lines lines;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    DemoBrowser(Lines lines) {
        this.lines = lines;
        get("/api/session");
    }

    /** The way to the server, kept open between requests. */
    record Lines(String origin, JsonMapper json, HttpClient client) {
        Lines(String origin, JsonMapper json) {
            this(
                    origin,
                    json,
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** @param key the same for the same line of the story: said twice, done once */
    JsonNode post(String path, Object body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(lines.json.writeValueAsString(body))));
    }

    /** One file as a multipart form. */
    JsonNode upload(String path, String fileName, String mediaType, byte[] content, String key) {
        String boundary = "mulin-" + key;
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(lines.origin + path)).header("Accept-Language", "zh-CN");
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = lines.client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            JsonNode body = response.body().isEmpty() ? lines.json.nullNode() : lines.json.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new StoryStuck(response.uri().getPath(), response.statusCode(), body);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int at = pair.indexOf('=');
        if (at > 0 && at < pair.length() - 1) {
            cookies.put(pair.substring(0, at), pair.substring(at + 1));
        }
    }

    /** The city's rules said no to a line of the story. */
    static final class StoryStuck extends RuntimeException {
        private static final int STALE = 409;
        private final int status;
        private final String code;
        private final long current;

        StoryStuck(String path, int status, JsonNode body) {
            super(path + " answered " + status + " " + body.path("code").asString(""));
            this.status = status;
            this.code = body.path("code").asString("");
            this.current = body.path("current").asLong(0);
        }

        String code() {
            return code;
        }

        boolean isStale() {
            return status == STALE && current > 0;
        }

        /** The version that it should have been. */
        long current() {
            return current;
        }
    }
}
