package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Applications for exclusion: once per key, named mistakes, and a list that costs the same however long it is. */
class ExclusionInputTest extends ExclusionScenes {
    @Autowired
    private StatementCount statements;

    @Test
    void aRepeatedKeyAsksOnceAndAStaleVersionIsTold() {
        Browser firm = firm();
        String id = judged(firm);
        Map<String, Object> wish = versioned(wish(firm, "untrue"), ticket(firm, id));
        String key = "exclusion-" + id;
        String path = "/api/tickets/" + id + "/exclusions";
        JsonNode once =
                firm.post(path, json.writeValueAsString(wish), key).expect(201).body();
        JsonNode twice =
                firm.post(path, json.writeValueAsString(wish), key).expect(201).body();
        assertThat(twice.get("exclusions")).isEqualTo(once.get("exclusions")).hasSize(1);
        wish.put("photoIds", List.of(upload(firm)));
        assertThat(firm.post(path, wish).expect(409).code()).isEqualTo("stale");
        JsonNode asked = once.at("/exclusions/0");
        Browser city = city();
        review(city, asked, true).expect(200);
        assertThat(review(city, asked, false).expect(409).code()).isEqualTo("stale");
        assertThat(firm.post(path(asked) + "/withdrawals", versioned(Map.of(), asked))
                        .expect(409)
                        .code())
                .isEqualTo("stale");
    }

    @Test
    void badInputSaysWhichFieldAndAsksNothing() {
        Browser firm = firm();
        String id = judged(firm);
        bad(firm, id, "reasonCode", "", 400);
        bad(firm, id, "reasonCode", null, 400);
        bad(firm, id, "reasonCode", "because", 422);
        bad(firm, id, "words", "太短", 400);
        bad(firm, id, "words", "  太短        ", 400);
        bad(firm, id, "words", "长".repeat(2_001), 400);
        bad(firm, id, "photoIds", List.of(), 400);
        bad(firm, id, "photoIds", null, 400);
        List<String> seven = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seven.add(UUID.randomUUID().toString());
        }
        bad(firm, id, "photoIds", seven, 400);
        Map<String, Object> foreign = wish(firm, "untrue");
        foreign.put("photoIds", List.of(upload(urban())));
        assertThat(apply(firm, id, foreign).expect(422).code()).isEqualTo("file-not-yours");
        assertThat(rows.queryForObject(
                        "select count(*) from ticket.exclusion where ticket_id = ?",
                        Integer.class,
                        UUID.fromString(id)))
                .isZero();
        JsonNode asked = applied(firm, id);
        Browser city = city();
        city.post(path(asked) + "/reviews", Map.of("upheld", true, "version", 1))
                .expect(400);
        city.post(path(asked) + "/reviews", Map.of("words", "同意", "version", 1)).expect(400);
        city.post(path(asked) + "/revocations", Map.of("words", " ", "version", 1))
                .expect(400);
        city.get(API + "?status=LOST").expect(400);
        city.get(API + "?cursor=abc").expect(400);
        city.get(API + "?limit=0").expect(400);
        city.post(API + "/" + UUID.randomUUID() + "/reviews", Map.of("upheld", true, "words", "同意", "version", 1))
                .expect(404);
    }

    private static void bad(Browser who, String id, String field, @Nullable Object value, int status) {
        Map<String, Object> wish = wish(who, "untrue");
        if (value == null) {
            wish.remove(field);
        } else {
            wish.put(field, value);
        }
        assertThat(apply(who, id, wish)
                        .expect(status)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(field);
    }

    @Test
    void theListIsPagedFilteredAndCostsTheSameWhateverStandsInIt() {
        Browser firm = firm();
        Set<String> own = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            own.add(applied(firm, judged(firm)).get("id").asString());
        }
        Browser city = city();
        assertThat(ids(city, "&status=OPEN")).containsAll(own);
        assertThat(ids(city, "&status=REVOKED")).doesNotContainAnyElementsOf(own);
        assertThat(ids(city, "&reason=untrue")).containsAll(own);
        assertThat(ids(city, "&reason=merged")).doesNotContainAnyElementsOf(own);
        String unit = firm.get("/api/session").expect(200).body().get("unitId").asString();
        assertThat(ids(city, "&unit=" + unit)).containsAll(own);
        assertThat(ids(urban(), "")).as("a unit sees its own").doesNotContainAnyElementsOf(own);
        assertThat(ids(firm, "")).containsAll(own);
        int one = statements.during(() -> city.get(API + "?limit=1").expect(200));
        assertThat(statements.during(() -> city.get(API + "?limit=100").expect(200)))
                .isEqualTo(one);
        assertThat(statements.during(
                        "ticket", () -> city.get(API + "?limit=100").expect(200)))
                .isEqualTo(2);
        assertThat(texts(city.get("/api/exclusion-reasons").expect(200).body(), "code"))
                .contains("untrue", "force-majeure");
    }
}
