package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What a community carries: tasks of the list, what units asked outside of it, chores; each figure has its list. */
class BurdenHttpTest extends AdmissionHttp {
    private static Map<String, Object> chore(double hours, String forWhom, @Nullable String unit) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "pets");
        body.put("hours", hours);
        body.put("forWhom", forWhom);
        body.put("forUnitId", unit);
        body.put("words", "");
        return body;
    }

    private static JsonNode total(Browser who) {
        return who.get(API + "/burden").expect(200).body().get("total");
    }

    private static int items(Browser who, String list) {
        return who.get(API + list + "limit=100").expect(200).body().get("items").size();
    }

    @Test
    void everyFigureIsCountedFromItsList() {
        Browser street = street();
        Browser community = kuixinglu();
        JsonNode before = total(community);
        String unit = community
                .get(API + "/chore-form")
                .expect(200)
                .body()
                .get("units")
                .valueStream()
                .filter(each -> each.get("name").asString().contains("城市管理"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        Map<String, Object> sending = sending("aid-check", community(street, "魁星路"));
        sending.put("forms", 2);
        street.post(API + "/sendings", sending).expect(201);
        community.post(API + "/chores", chore(1.5, "RESIDENT", null)).expect(201);
        community.post(API + "/chores", chore(2, "UNIT", unit)).expect(201);
        JsonNode wrong = staffOnPost("grid-4-worker")
                .post(API + "/chores", chore(8, "OTHER", null))
                .expect(201)
                .body();

        JsonNode after = total(community);
        assertThat(more(before, after, "tasks")).isEqualTo(1);
        assertThat(more(before, after, "forms")).isEqualTo(2);
        assertThat(more(before, after, "hours")).isEqualTo(2);
        assertThat(more(before, after, "outside")).isEqualTo(1);
        assertThat(more(before, after, "outsideHours")).isEqualTo(2);
        assertThat(more(before, after, "chores")).isEqualTo(2);
        assertThat(more(before, after, "choreHours")).isEqualTo(9.5);
        assertThat(after.get("outside").asInt()).isEqualTo(items(community, "/chores?asked=true&"));

        // a slip is taken back by whoever made it, and counts no more
        String slip = API + "/chores/" + wrong.get("id").asString() + "/cancellations";
        assertThat(community.post(slip, Map.of("version", 1)).expect(422).code())
                .isEqualTo("chore-not-yours");
        baihuahu().post(slip, Map.of("version", 1)).expect(404);
    }

    private static double more(JsonNode before, JsonNode after, String figure) {
        return after.get(figure).asDouble() - before.get(figure).asDouble();
    }

    @Test
    void eachSeesTheirOwnAndWhoOverseesSeesAll() {
        Browser community = baihuahu();
        community.post(API + "/chores", chore(1, "RESIDENT", null)).expect(201);
        JsonNode own = community.get(API + "/burden").expect(200).body();
        assertThat(own.get("communities").asInt()).isEqualTo(1);
        assertThat(own.get("byMonth").size()).isEqualTo(6);
        JsonNode all = keeper().get(API + "/burden").expect(200).body();
        assertThat(all.get("communities").asInt()).isEqualTo(2);
        assertThat(all.at("/total/chores").asInt())
                .isGreaterThanOrEqualTo(own.at("/total/chores").asInt());
        JsonNode narrowed =
                street().get(API + "/burden?areaCode=360502001001").expect(200).body();
        assertThat(narrowed.at("/total/chores").asInt())
                .isEqualTo(own.at("/total/chores").asInt());
        // another community's is out of reach, a department oversees nobody
        assertThat(community
                        .get(API + "/burden?areaCode=360502001007")
                        .expect(422)
                        .code())
                .isEqualTo("area-unknown");
        assertThat(urban().get(API + "/burden")
                        .expect(200)
                        .body()
                        .at("/total/chores")
                        .asInt())
                .isZero();
        assertThat(community
                        .get(API + "/burden?from=2026-05-01&to=2026-04-01")
                        .expect(400)
                        .code())
                .isEqualTo("malformed");
    }
}
