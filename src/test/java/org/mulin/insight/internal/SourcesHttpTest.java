package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.policy.SmallPack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What residents file beside what grid workers report, against a naive recount. */
class SourcesHttpTest extends MulinHttpTest {
    private static final String COMMUNITY = "360502001001";

    @Autowired
    private JdbcTemplate rows;

    private static Map<String, Object> words(String words, String grid) {
        return new HashMap<>(Map.of(
                "words", words, "photoIds", List.of(), "place", Map.of("areaCode", grid), "confidential", false));
    }

    private static JsonNode sources(Browser who, String query) {
        return who.get("/api/insight/sources?" + query).expect(200).body();
    }

    private int count(String condition) {
        Integer found = rows.queryForObject("select count(*) from ticket.ticket where " + condition, Integer.class);
        return found == null ? 0 : found;
    }

    @Test
    void bothSidesAddUpToWhatARecountFinds() {
        Browser worker = staffOnPost("grid-1-worker");
        worker.post("/api/reports", words("路上窨井盖不见了，很危险", COMMUNITY + "001")).expect(201);
        for (int i = 0; i < 3; i++) {
            resident()
                    .post("/api/appeals", words("楼下酒吧音乐震得窗户响，唱歌唱到半夜", COMMUNITY + "002"))
                    .expect(201);
        }
        resident().post("/api/appeals", words("嗯嗯啊啊", COMMUNITY + "002")).expect(201);
        Browser leader = staffOnPost("city-leader");
        JsonNode seen = sources(leader, "");
        assertThat(seen.at("/whole/byGrids").asInt()).isEqualTo(count("channel = 'GRID'"));
        assertThat(seen.at("/whole/byResidents").asInt()).isEqualTo(count("channel <> 'GRID'"));
        assertThat(sum(seen.get("matters"))).as("decided or not").isEqualTo(count("true"));
        assertThat(sum(seen.get("areas"))).as("in a part or in none").isEqualTo(count("true"));
    }

    private static int sum(JsonNode lines) {
        return lines.valueStream()
                .mapToInt(line ->
                        line.get("byResidents").asInt() + line.get("byGrids").asInt())
                .sum();
    }

    @Test
    void whatGridsNeverReportIsASpotUntilTheyDo() {
        for (int i = 0; i < 3; i++) {
            resident()
                    .post("/api/appeals", words("楼下酒吧音乐震得窗户响，唱歌唱到半夜", COMMUNITY + "002"))
                    .expect(201);
        }
        Browser leader = staffOnPost("city-leader");
        assertThat(isSpot(leader)).isTrue();
        staffOnPost("grid-2-worker")
                .post("/api/reports", words("楼下酒吧音乐震得窗户响，唱歌唱到半夜", COMMUNITY + "002"))
                .expect(201);
        assertThat(isSpot(leader)).as("reported once, so not hidden").isFalse();
        assertThat(sources(leader, "from=2020-01-01&to=2020-01-31").get("spots"))
                .isEmpty();
    }

    /** Whatever other tests have filed: three from residents and none from the grid make a spot, two do not. */
    @Test
    void theSpotsAreThoseThatARecountFinds() throws IOException {
        Browser author = resident();
        for (int i = 0; i < 3; i++) {
            author.post("/api/appeals", words("楼道墙上贴满小广告，电线杆上全是开锁广告", COMMUNITY + "003"))
                    .expect(201);
            if (i < 2) {
                author.post("/api/appeals", words("楼上养了好多狗很臭，遛狗不牵绳", COMMUNITY + "003"))
                        .expect(201);
            }
        }
        Map<String, String> classes = new HashMap<>();
        Files.readAllLines(SmallPack.folder().resolve("matters.csv")).stream()
                .map(line -> line.split(",", -1))
                .forEach(cells -> classes.put(cells[0], cells[2].isEmpty() ? cells[0] : cells[2]));
        Map<String, Integer> residents = new HashMap<>();
        Set<String> reported = new HashSet<>();
        rows.query("select area_key, matter_code, channel from ticket.ticket where matter_code is not null", row -> {
            String area = row.getString("area_key");
            String spot = area + " " + classes.get(row.getString("matter_code"));
            if (area.startsWith(COMMUNITY) && area.length() > COMMUNITY.length()) {
                if (row.getString("channel").equals("GRID")) {
                    reported.add(spot);
                } else {
                    residents.merge(spot, 1, Integer::sum);
                }
            }
        });
        residents.keySet().removeAll(reported);
        residents.values().removeIf(count -> count < 3);
        Map<String, Integer> spots = new HashMap<>();
        sources(staffOnPost("city-leader"), "area=" + COMMUNITY)
                .get("spots")
                .forEach(spot -> spots.put(
                        spot.at("/list/area").asString() + " "
                                + spot.at("/list/matter").asString(),
                        spot.get("byResidents").asInt()));
        assertThat(spots).isEqualTo(residents).containsEntry(COMMUNITY + "003 env", 3);
    }

    private static boolean isSpot(Browser leader) {
        return sources(leader, "area=" + COMMUNITY)
                .get("spots")
                .valueStream()
                .anyMatch(spot -> spot.get("areaName").asString().equals("百花湖第二网格")
                        && spot.get("matterName").asString().contains("噪声"));
    }

    @Test
    void itIsForLeadersAndOfTheirAreaOnly() {
        for (Browser other : List.of(resident(), staffOnPost("hotline-clerk"), staffOnPost("baihuahu-clerk"))) {
            other.get("/api/insight/sources").expect(403);
        }
        Browser leader = staffOnPost("city-leader");
        leader.get("/api/insight/sources?area=000000").expect(404);
        leader.get("/api/insight/sources?from=2026-02-01&to=2026-01-01").expect(400);
    }
}
