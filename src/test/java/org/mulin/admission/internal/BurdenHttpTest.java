package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.organization.Units;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a community carries: tasks of the list, what units asked outside of it, chores; each figure has its list. */
class BurdenHttpTest extends AdmissionHttp {
    @Autowired
    private Units units;

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
        Map<String, Object> sending = aidCheck(community(street, "魁星路"));
        sending.put("forms", 2);
        street.post(API + "/sendings", sending).expect(201);
        community.post(API + "/chores", chore(1.5, "RESIDENT", null)).expect(201);
        community.post(API + "/chores", chore(2, "UNIT", unit)).expect(201);
        Browser worker = staffOnPost("grid-4-worker");
        JsonNode wrong = worker.post(API + "/chores", chore(8, "OTHER", null))
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
        worker.post(slip, Map.of("version", 1)).expect(200);
        JsonNode right = total(community);
        assertThat(more(before, right, "chores")).isEqualTo(1);
        assertThat(more(before, right, "choreHours")).isEqualTo(1.5);
    }

    private String appeal(String matter) {
        Map<String, Object> call = Map.of(
                "channel",
                "HOTLINE",
                "words",
                "门口路上有问题，请派人来看",
                "place",
                Map.of("areaCode", "360502001007001"),
                "confidential",
                false,
                "matterCode",
                matter,
                "outcome",
                "DISPATCH");
        return staffOnPost("hotline-seat")
                .post("/api/tickets", (Object) call)
                .expect(201)
                .body()
                .get("ticketId")
                .asString();
    }

    private void move(String ticketId, String unitCode) {
        Browser dispatcher = staffOnPost("hotline-clerk");
        String path = "/api/tickets/" + ticketId;
        long version = dispatcher.get(path).expect(200).body().get("version").asLong();
        dispatcher
                .post(
                        path + "/transfers",
                        Map.of(
                                "unitId",
                                units.byCode(unitCode).orElseThrow().id(),
                                "words",
                                "请先行处理",
                                "version",
                                version))
                .expect(200);
    }

    /** What the duty list gives a community to lead or to assist is its work; what a person moves past that is not. */
    @Test
    void anAppealMovedPastDutyIsBurdenAndListed() {
        Browser community = kuixinglu();
        JsonNode before = total(community);
        String own = appeal("wel-elder");
        move(own, "urban");
        move(own, "kuixinglu");
        move(appeal("noise-life"), "kuixinglu");
        assertThat(more(before, total(community), "appeals")).isZero();

        String manhole = appeal("fac-manhole");
        move(manhole, "kuixinglu");
        assertThat(more(before, total(community), "appeals")).isEqualTo(1);
        move(appeal("fac-manhole"), "grid-4");
        JsonNode after = community.get(API + "/burden").expect(200).body();
        assertThat(more(before, after.get("total"), "appeals")).isEqualTo(2);
        assertThat(items(community, "/outside-appeals?"))
                .isEqualTo(after.at("/total/appeals").asInt());
        JsonNode row = community
                .get(API + "/outside-appeals?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("ticketId").asString().equals(manhole))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("matterName").asString()).contains("井盖");
        assertThat(row.get("movedBy").asString()).contains("热线");
        // the street sees it by who moved it, by community and by month; a neighbour and a department do not
        JsonNode street = street().get(API + "/burden").expect(200).body();
        for (String by : List.of("byUnit", "byCommunity", "byMonth")) {
            assertThat(street.get(by)
                            .valueStream()
                            .mapToInt(each -> each.at("/sum/appeals").asInt())
                            .sum())
                    .as(by)
                    .isEqualTo(street.at("/total/appeals").asInt());
        }
        assertThat(tickets(baihuahu())).doesNotContain(manhole);
        assertThat(tickets(urban())).doesNotContain(manhole);
    }

    private static List<String> tickets(Browser who) {
        return who.get(API + "/outside-appeals?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(each -> each.get("ticketId").asString())
                .toList();
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
