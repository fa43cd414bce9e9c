package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The leader's view over HTTP: what it shows, to whom, and at what price. */
class InsightHttpTest extends MulinHttpTest {
    private static final String BAIHUAHU = "360502001001";
    private static final double[] IN_BAIHUAHU = {114.9349, 27.7990};
    private static final double[] IN_KUIXINGLU = {114.9350, 27.7930};
    private static final String BOX = "bbox=114,27,116,28.5&zoom=11";

    @Autowired
    private StatementCount statements;

    /** A manhole at this point. */
    private String submit(double[] point) {
        Map<String, Object> body = new HashMap<>();
        body.put("words", "小区门口路上窨井盖不见了，很危险");
        body.put("photoIds", List.of());
        body.put("place", Map.of("lon", point[0], "lat", point[1]));
        body.put("confidential", false);
        return resident()
                .post("/api/appeals", body)
                .expect(201)
                .body()
                .get("ticketId")
                .asString();
    }

    private void submitEverywhere() {
        submit(IN_BAIHUAHU);
        submit(IN_KUIXINGLU);
    }

    @Test
    void everyFigureShowsItsDefinitionAndTheListBehindIt() {
        submitEverywhere();
        Browser leader = staffOnPost("city-leader");
        JsonNode overview = leader.get("/api/insight/overview").expect(200).body();
        List<String> codes = new ArrayList<>();
        for (JsonNode figure : overview.get("figures")) {
            codes.add(figure.get("code").asString());
            assertThat(figure.get("definition").asString()).isNotBlank();
            assertThat(listed(leader, figure.get("list")))
                    .as(figure.toString())
                    .isEqualTo(figure.get("n").asInt());
        }
        assertThat(codes)
                .containsExactly("today", "registered", "open", "overdue", "response", "resolution", "satisfaction");
        for (String dimension : List.of("areas", "units", "matters", "channels")) {
            assertThat(overview.get(dimension)).isNotEmpty();
            for (JsonNode line : overview.get(dimension)) {
                if (!line.get("list").isNull()) {
                    assertThat(listed(leader, line.get("list")))
                            .as(line.toString())
                            .isEqualTo(line.get("registered").asInt());
                }
            }
        }
    }

    @Test
    void definitionsAreSaidInTheReadersLanguage() {
        Browser leader = staffOnPost("city-leader");
        assertThat(figure(leader, "resolution").get("name").asString()).isEqualTo("解决率");
        assertThat(figure(leader.reading("en"), "resolution").get("name").asString())
                .isEqualTo("Resolution rate");
    }

    private static JsonNode figure(Browser who, String code) {
        return who.get("/api/insight/overview")
                .expect(200)
                .body()
                .get("figures")
                .valueStream()
                .filter(figure -> figure.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** As many tickets as the desk's list has with the figure's own filter. */
    private static int listed(Browser who, JsonNode list) {
        StringBuilder query = new StringBuilder("queue=all&limit=100");
        for (String name : List.of("area", "set", "unit", "matter", "channel")) {
            if (!list.get(name).isNull()) {
                query.append('&').append(name).append('=').append(list.get(name).asString());
            }
        }
        if (!list.get("from").isNull()) {
            query.append("&from=").append(list.get("from").asString()).append("T00:00:00%2B08:00");
            query.append("&to=").append(list.get("to").asString()).append("T23:59:59.999%2B08:00");
        }
        return tickets(who, query.toString());
    }

    @Test
    void aLeaderSeesTheOwnAreaAndNothingElse() {
        String ticket = submit(IN_BAIHUAHU);
        Browser own = staffOnPost("baihuahu-leader");
        Browser other = staffOnPost("kuixinglu-leader");
        assertThat(own.get("/api/insight/overview")
                        .expect(200)
                        .body()
                        .get("area")
                        .get("code")
                        .asString())
                .isEqualTo(BAIHUAHU);
        int before = open(other);
        submit(IN_BAIHUAHU);
        assertThat(open(other)).isEqualTo(before);
        for (String path : List.of("overview?", "map?", "overdue?", "points?" + BOX + "&", "stream?")) {
            other.get("/api/insight/" + path + "area=" + BAIHUAHU).expect(404);
            other.get("/api/insight/" + path + "area=360500000000").expect(404);
        }
        own.get("/api/tickets/" + ticket).expect(200);
        assertThat(own.get("/api/tickets/" + ticket).body().get("allowedActions"))
                .isEmpty();
        other.get("/api/tickets/" + ticket).expect(404);
        assertThat(other.get("/api/insight/points?" + BOX)
                        .expect(200)
                        .body()
                        .get("dots")
                        .valueStream()
                        .map(dot -> dot.get("id").asString()))
                .doesNotContain(ticket);
        assertThat(own.get("/api/insight/points?" + BOX)
                        .expect(200)
                        .body()
                        .get("dots")
                        .valueStream()
                        .map(dot -> dot.get("id").asString()))
                .contains(ticket);
    }

    private static int open(Browser leader) {
        return figure(leader, "open").get("n").asInt();
    }

    @Test
    void onlyLeadersComeIn() {
        staffOnPost("street-clerk").get("/api/insight/overview").expect(403);
        resident().get("/api/insight/map").expect(403);
        browser().get("/api/insight/overview").expect(401);
        browser().get("/api/insight/stream").expect(401);
    }

    @Test
    void theMapAddsUpToTheFigures() {
        submitEverywhere();
        Browser leader = staffOnPost("city-leader");
        int open = open(leader);
        for (String level : List.of("county", "street", "community", "grid")) {
            JsonNode map =
                    leader.get("/api/insight/map?level=" + level).expect(200).body();
            int sum = map.get("areas")
                    .valueStream()
                    .mapToInt(area -> area.get("open").asInt())
                    .sum();
            assertThat(sum + map.get("unplaced").asInt()).as(level).isEqualTo(open);
        }
        JsonNode grids = leader.get("/api/insight/map?level=grid&area=" + BAIHUAHU)
                .expect(200)
                .body();
        assertThat(grids.get("areas")).hasSize(3);
        JsonNode busy = grids.get("areas")
                .valueStream()
                .filter(area -> area.get("open").asInt() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(busy.get("perThousand").asDouble())
                .isEqualTo(busy.get("open").asInt()
                        * 1000.0
                        / busy.get("households").asInt());
    }

    @Test
    void aPointShowsNoWords() {
        String ticket = submit(IN_BAIHUAHU);
        JsonNode points = staffOnPost("city-leader")
                .get("/api/insight/points?" + BOX)
                .expect(200)
                .body();
        JsonNode dot = points.get("dots")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(ticket))
                .findFirst()
                .orElseThrow();
        assertThat(dot.propertyNames())
                .containsOnly("id", "number", "status", "matterName", "areaName", "dueAt", "overdue", "lon", "lat");
    }

    @Test
    void eachAnswerCostsAFixedNumberOfQueries() {
        submitEverywhere();
        Browser leader = staffOnPost("city-leader");
        for (String path : List.of("overview", "map?level=grid", "points?" + BOX, "overdue")) {
            assertThat(statements.during(
                            "ticket", () -> leader.get("/api/insight/" + path).expect(200)))
                    .as(path)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        Browser leader = staffOnPost("city-leader");
        assertThat(field(leader, "points?bbox=1,2,3&zoom=1")).isEqualTo("bbox");
        assertThat(field(leader, "points?bbox=3,2,1,4&zoom=1")).isEqualTo("bbox");
        assertThat(field(leader, "points?bbox=NaN,2,3,4&zoom=1")).isEqualTo("bbox");
        assertThat(field(leader, "points?bbox=1,2,3,4&zoom=NaN")).isEqualTo("zoom");
        assertThat(field(leader, "points?bbox=1,2,3,4&zoom=99")).isEqualTo("zoom");
        assertThat(field(leader, "overview?from=2026-11-02&to=2026-11-01")).isEqualTo("from");
        assertThat(field(leader, "overview?from=2001-11-02&to=2026-11-01")).isEqualTo("from");
        assertThat(field(leader, "map?level=planet")).isEqualTo("level");
        assertThat(field(leader, "map?level=city&area=" + BAIHUAHU)).isEqualTo("level");
        leader.get("/api/insight/overview?area=1").expect(404);
    }

    private static String field(Browser leader, String path) {
        return leader.get("/api/insight/" + path)
                .expect(400)
                .body()
                .path("errors")
                .path(0)
                .path("field")
                .asString();
    }
}
