package org.mulin.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mulin.exchange.internal.db.Tables.API_KEY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.area.Areas;
import org.mulin.audit.Audit;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who may come in with which key, in the demo and outside of it. */
class ApiKeysTest extends MulinHttpTest {
    @Autowired
    private ApiKeyRepository repository;

    @Autowired
    private Areas areas;

    @Autowired
    private Audit audit;

    @Autowired
    private Clock clock;

    @Autowired
    private DSLContext sql;

    private JsonNode make(Browser integrator, String... rights) {
        return integrator
                .post("/api/exchange/keys", Map.of("name", "城市随手拍", "rights", List.of(rights)))
                .expect(201)
                .body();
    }

    private static void refused(ApiKeys keys, @Nullable String key, KeyRight right, String code) {
        assertThatThrownBy(() -> keys.holder(key, right))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    @Test
    void outsideTheDemoNothingGoesWithoutAKey() {
        Browser integrator = staffOnPost("city-integrator");
        ApiKeys keys = new ApiKeys(repository, areas, audit, clock, false);
        refused(keys, null, KeyRight.READ, "open311-api-key-missing");
        refused(keys, ApiKeys.DEMO_KEY, KeyRight.READ, "open311-api-key-invalid");

        JsonNode reader = make(integrator, "READ");
        String key = reader.get("key").asString();
        assertThat(keys.holder(key, KeyRight.READ).name()).isEqualTo("城市随手拍");
        refused(keys, key, KeyRight.WRITE, "open311-api-key-right");
        refused(keys, key + "x", KeyRight.READ, "open311-api-key-invalid");

        String id = reader.get("view").get("id").asString();
        integrator.post("/api/exchange/keys/" + id + "/revocations", "").expect(200);
        refused(keys, key, KeyRight.READ, "open311-api-key-invalid");
        integrator.post("/api/exchange/keys/" + id + "/revocations", "").expect(404);
    }

    @Test
    void aKeyIsShownOnceAndKeptNowhere() {
        Browser integrator = staffOnPost("city-integrator");
        String body = "{\"name\":\"一次\",\"rights\":[\"READ\",\"WRITE\"]}";
        JsonNode first = integrator
                .post("/api/exchange/keys", body, "shown-once-1")
                .expect(201)
                .body();
        JsonNode again = integrator
                .post("/api/exchange/keys", body, "shown-once-1")
                .expect(201)
                .body();
        assertThat(again.get("view")).isEqualTo(first.get("view"));
        assertThat(again.get("key").isNull()).isTrue();
        String key = first.get("key").asString();
        assertThat(key).startsWith(first.get("view").get("opening").asString());
        assertThat(integrator.get("/api/exchange/keys").expect(200).body().toString())
                .doesNotContain(key);
        assertThat(sql.selectFrom(API_KEY).fetch(API_KEY.HASH))
                .noneMatch(hash -> new String(hash, StandardCharsets.ISO_8859_1).contains(key));
        assertThat(sql.fetchCount(
                        DSL.table("audit.entry"),
                        DSL.condition(
                                "action = 'api-key.create' and subject_id = {0}",
                                first.get("view").get("id").asString())))
                .isEqualTo(1);
    }
}
