package org.mulin.exchange.internal.open311;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program: no cookies, no token, a key at most. */
final class Open311Client {
    private final String root;
    private final JsonMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    Open311Client(String origin, JsonMapper json) {
        this.root = origin + "/open311/v2/";
        this.json = json;
    }

    record Reply(
            int status, String type, String body, @Nullable JsonNode json) {
        JsonNode tree() {
            if (json == null) {
                throw new AssertionError(type + " " + body);
            }
            return json;
        }
    }

    Reply get(String path) {
        return send("GET", path, null, null, Map.of());
    }

    Reply post(String path, Map<String, String> form) {
        return send("POST", path, form(form), "application/x-www-form-urlencoded", Map.of());
    }

    static String form(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Reply send(String method, String path, @Nullable String body, @Nullable String type, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(root).resolve(path))
                .header("Accept-Language", "zh-CN")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            String answered = answer.headers().firstValue("Content-Type").orElse("");
            JsonNode tree = answered.startsWith("application/json") ? json.readTree(answer.body()) : null;
            return new Reply(answer.statusCode(), answered, answer.body(), tree);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
