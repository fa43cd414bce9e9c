package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** Of a confidential complaint the accused firm reads nobody's words but its own, wherever they are written. */
class ConfidentialHttpTest extends JointHttpTest {
    private static final List<String> READ_AT = List.of(
            "/api/tickets/%s",
            "/api/tickets/%s/replays",
            "/api/tickets/%s/whistles",
            "/api/tickets/%s/clock",
            "/api/tickets/%s/exclusions",
            "/api/tickets?limit=100",
            "/api/tickets?queue=unit&limit=100",
            "/api/whistles?limit=100",
            "/api/objections?limit=100",
            "/api/directives?limit=100",
            "/api/deferrals?side=unit");

    @Test
    void theAccusedReadsNobodysWordsWhereverTheyAreWritten() {
        Browser resident = resident();
        Browser dispatcher = dispatcher();
        Browser community = community();
        Browser street = coordinator();
        JsonNode receipt = submit(resident, "云栖里小区3栋电梯坏了好几天没人修，高层老人下不了楼，作者的话", GRID, true);
        String id = id(receipt);
        act(firm(), id, "returns", toTheCity("物业自己的话")).expect(200);
        act(street, id, "return-reviews", Map.of("upheld", false, "words", "复核人的话"))
                .expect(200);
        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "派单员的话"))
                .expect(200);
        act(community, id, "acceptances", Map.of()).expect(200);
        act(community, id, "replies", words("社区的话")).expect(200);
        my(resident, appealId(receipt), "supplements", words("补充的话")).expect(200);
        defer(community, id);
        merge(dispatcher, id);
        Map<String, Object> whistle = whistle(community, id, "urban");
        whistle.put("problem", "召集人的话");
        JsonNode blown = community.post("/api/whistles", whistle).expect(201).body();
        comes(urban(), blown);
        whole(community, blown, "resolutions", Map.of("words", "决议的话")).expect(200);
        street.post(
                        "/api/directives",
                        Map.of(
                                "ticketId",
                                id,
                                "unitId",
                                unit(dispatcher, "urban"),
                                "words",
                                "指挥员的话",
                                "dueAt",
                                tomorrow() + "T08:00:00Z"))
                .expect(201);
        whole(community, blown, "closures", Map.of("words", "结哨人的话")).expect(200);

        List<String> others = List.of(
                "作者的话", "派单员的话", "社区的话", "补充的话", "申请人的话", "并单人的话", "召集人的话", "决议的话", "指挥员的话", "结哨人的话", "更换门机", "何远",
                "欧阳");
        String firmReads = readAll(firm(), id);
        assertThat(firmReads).contains("物业自己的话").doesNotContain(others);
        // why its own return was refused is told to it in its own list, not in what happened to the complaint
        assertThat(ticket(firm(), id).toString()).doesNotContain("复核人的话");
        assertThat(readAll(dispatcher, id)).contains("物业自己的话", "作者的话", "派单员的话", "社区的话", "补充的话", "召集人的话");
        String sought = URLEncoder.encode("作者的话", StandardCharsets.UTF_8);
        assertThat(firm().get("/api/tickets?q=" + sought)
                        .expect(200)
                        .body()
                        .get("items")
                        .size())
                .isZero();
    }

    /** A place in words, or a point, may be the author's door. */
    @Test
    void whereTheAuthorIsIsNeitherShownToTheAccusedNorSuggestedForThem() {
        Browser dispatcher = dispatcher();
        Browser community = community();
        Map<String, Object> appeal = appeal(LIFT, GRID, true);
        appeal.put("place", Map.of("lon", 114.926231, "lat", 27.800760, "text", "3栋2单元东户"));
        String id =
                id(resident().post("/api/appeals", (Object) appeal).expect(201).body());
        JsonNode accused = ticket(firm(), id).get("place");
        assertThat(accused.get("areaPath").isEmpty()).isFalse();
        assertThat(List.of(
                        accused.get("lon").isNull(),
                        accused.get("lat").isNull(),
                        accused.get("text").isNull()))
                .containsOnly(true);
        assertThat(ticket(dispatcher, id).at("/place/text").asString()).contains("东户");

        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区处置"))
                .expect(200);
        JsonNode plan = community
                .post("/api/whistle-plans", Map.of("ticketIds", List.of(id)))
                .expect(200)
                .body();
        assertThat(plan.get("confidential").asBoolean()).isTrue();
        assertThat(List.of(plan.get("placeText").isNull(), plan.get("lon").isNull()))
                .containsOnly(true);
    }

    /** What is not confidential is read by everybody who works on it. */
    @Test
    void whatIsNotConfidentialIsReadByTheFirm() {
        String id = id(submit(resident(), LIFT));
        Browser dispatcher = dispatcher();
        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "派单员的话"))
                .expect(200);
        assertThat(readAll(firm(), id)).contains("派单员的话", "老人下不了楼");
    }

    private void defer(Browser community, String id) {
        Map<String, Object> asked =
                new HashMap<>(Map.of("kind", "EXTENSION", "reason", "申请人的话", "plan", "申请人的话", "extension", "1wd"));
        act(community, id, "deferrals", asked);
    }

    private void merge(Browser dispatcher, String id) {
        String other = id(submit(resident(), LIFT, GRID, true));
        act(dispatcher, other, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "派单员的话"))
                .expect(200);
        act(
                        dispatcher,
                        id,
                        "merges",
                        Map.of(
                                "tickets",
                                List.of(Map.of("id", other, "version", version(dispatcher, other))),
                                "words",
                                "并单人的话"))
                .expect(200);
    }

    private static String readAll(Browser who, String id) {
        StringBuilder all = new StringBuilder();
        for (String path : READ_AT) {
            all.append(who.get(path.formatted(id)).expect(200).body()).append('\n');
        }
        return all.toString();
    }
}
