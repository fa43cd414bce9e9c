package org.mulin.exchange.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;

/** Who may arrange that others are told, and where to. */
class SubscriptionTest extends MulinHttpTest {
    private static final String REGISTERED = "org.mulin.ticket.registered.v1";
    private Browser integrator;

    @BeforeEach
    void integrator() {
        integrator = staffOnPost("city-integrator");
    }

    private Browser.Answer subscribe(Map<String, Object> changed) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "数据中台", "url", "http://127.0.0.1:9/", "eventTypes", List.of(REGISTERED)));
        body.putAll(changed);
        return integrator.post("/api/exchange/subscriptions", body);
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://example.com/, webhook-url",
        "url, http://169.254.169.254/latest/, webhook-address",
        "url, http://no-such-host.invalid/, webhook-host-unknown",
        "url, http://8.8.8.8/, webhook-https",
        "areaCode, 999999999999, area-unknown"
    })
    void whereEventsMustNotGoIsRefusedAtItsField(String field, String value, String code) {
        Browser.Answer answer = subscribe(Map.of(field, value)).expect(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void eventsThatNobodyKnowsAreRefused() {
        assertThat(subscribe(Map.of("eventTypes", List.of(REGISTERED, "org.mulin.ticket.dreamt.v1")))
                        .expect(422)
                        .code())
                .isEqualTo("webhook-event-type");
        subscribe(Map.of("eventTypes", List.of())).expect(400);
        subscribe(Map.of("name", " ")).expect(400);
    }

    @Test
    void theSecretIsShownOnce() {
        Map<String, Object> body =
                Map.of("name", "一次", "url", "http://127.0.0.1:9/", "eventTypes", List.of(REGISTERED));
        String text = json.writeValueAsString(body);
        var first = integrator
                .post("/api/exchange/subscriptions", text, "secret-once-1")
                .expect(201)
                .body();
        var again = integrator
                .post("/api/exchange/subscriptions", text, "secret-once-1")
                .expect(201)
                .body();
        assertThat(again.get("secret").isNull()).isTrue();
        assertThat(again.get("view").get("id")).isEqualTo(first.get("view").get("id"));
        String id = first.get("view").get("id").asString();
        integrator
                .post("/api/exchange/subscriptions/" + id + "/revocations", "")
                .expect(200);
        integrator
                .post("/api/exchange/subscriptions/" + id + "/revocations", "")
                .expect(404);
    }

    @Test
    void onlyTheIntegrationAdministratorArrangesIt() {
        String id = subscribe(Map.of()).expect(201).body().get("view").get("id").asString();
        for (Browser other : List.of(staffOnPost("hotline-clerk"), administrator(), resident())) {
            other.get("/api/exchange").expect(403);
            other.get("/api/exchange/event-types").expect(403);
            other.get("/api/exchange/subscriptions").expect(403);
            other.get("/api/exchange/subscriptions/" + id + "/deliveries").expect(403);
            other.post("/api/exchange/subscriptions/" + id + "/revocations", "").expect(403);
            other.post("/api/exchange/deliveries/" + id + "/redeliveries", "").expect(403);
            other.get("/api/exchange/keys").expect(403);
            other.post("/api/exchange/keys", "{\"name\":\"x\",\"rights\":[\"READ\"]}")
                    .expect(403);
            other.post("/api/exchange/keys/" + id + "/revocations", "").expect(403);
        }
        integrator
                .post("/api/exchange/subscriptions/" + id + "/revocations", "")
                .expect(200);
    }
}
