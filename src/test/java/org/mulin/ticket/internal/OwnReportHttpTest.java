package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 如实上报: neither reporting a hard case nor calling for help lowers what a community is rated by. */
class OwnReportHttpTest extends JointHttpTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private Clock clock;

    /** The community's line on the rates page, as a unit and as an area. */
    private List<JsonNode> lines() {
        Browser leader = staffOnPost("city-leader");
        return List.of(line(leader, "by=UNIT&q=", "百花湖社区居民委员会"), line(leader, "by=AREA&kind=community&q=", "百花湖"));
    }

    private static JsonNode line(Browser leader, String query, String name) {
        return leader.get("/api/insight/rates?" + query + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .at("/items/0");
    }

    private static JsonNode rate(JsonNode line, int kind) {
        return line.get("rates").get(kind);
    }

    private static int own(List<JsonNode> lines, int which) {
        return rate(lines.get(which), 0).get("ownReports").asInt();
    }

    private JsonNode reported(String matter) {
        return reported(staffOnPost("grid-1-worker"), matter);
    }

    private static JsonNode reported(Browser worker, String matter) {
        Map<String, Object> body = new HashMap<>(appeal(MANHOLE, GRID, false));
        body.remove("contactName");
        body.put("matterCode", matter);
        return worker.post("/api/reports", body).expect(201).body();
    }

    /** Its limit is over, as if days had gone by; what was answered before keeps the limit that stood then. */
    private void late(String id) {
        Instant past = clock.instant().minusSeconds(60);
        UUID ticket = UUID.fromString(id);
        sql.update(PART)
                .set(PART.DUE_AT, past)
                .where(
                        PART.TICKET_ID.eq(ticket),
                        notExists(selectOne().from(TICKET_).where(TICKET_.ID.eq(ticket), TICKET_.RESPONSE.isNotNull())))
                .execute();
        sql.update(TICKET_)
                .set(TICKET_.DUE_AT, past)
                .where(TICKET_.ID.eq(ticket))
                .execute();
    }

    private static void sameRates(List<JsonNode> before, List<JsonNode> after) {
        for (int which = 0; which < before.size(); which++) {
            assertThat(after.get(which).get("score"))
                    .isEqualTo(before.get(which).get("score"));
            for (int kind = 0; kind < 3; kind++) {
                for (String field : List.of("k", "n", "value", "shrunk")) {
                    assertThat(rate(after.get(which), kind).get(field))
                            .isEqualTo(rate(before.get(which), kind).get(field));
                }
            }
        }
    }

    @Test
    void aHardCaseReportedAndLeftUndoneLowersNoRateOfTheCommunity() {
        // one resident's ticket, so that there is a line at all
        act(community(), inHand(resident(), community()), "replies", words("已上门"))
                .expect(200);
        List<JsonNode> before = lines();
        // its own work, ignored past the limit; and a department's, ignored too
        Browser worker = staffOnPost("grid-1-worker");
        JsonNode own = reported(worker, "nei-dispute");
        late(id(own));
        late(id(reported("fac-manhole")));
        List<JsonNode> ignored = lines();
        sameRates(before, ignored);
        assertThat(own(ignored, 0)).isEqualTo(own(before, 0) + 1);
        assertThat(own(ignored, 1)).isEqualTo(own(before, 1) + 2);
        // taken up too late, done, and its own reporter is not content
        act(community(), id(own), "acceptances", Map.of()).expect(200);
        act(community(), id(own), "resolutions", words("已调解")).expect(200);
        Map<String, Object> verdict = Map.of("contacted", true, "solved", true, "satisfaction", 1);
        my(worker, appealId(own), "verdicts", verdict).expect(200);
        sameRates(before, lines());
    }

    @Test
    void aDepartmentAnswersForWhatACommunityReports() {
        Browser leader = staffOnPost("city-leader");
        String query = "by=UNIT&kind=urban_management&q=";
        submit(resident(), MANHOLE);
        int before = rate(line(leader, query, "城南中队"), 0).get("n").asInt();
        late(id(reported("fac-manhole")));
        assertThat(rate(line(leader, query, "城南中队"), 0).get("n").asInt()).isEqualTo(before + 1);
    }

    @Test
    void aResidentWhoJoinsMakesItTheResidents() {
        String id = id(reported("nei-dispute"));
        List<JsonNode> before = lines();
        Browser seat = dispatcher();
        act(
                        seat,
                        id,
                        "appeals",
                        Map.of(
                                "channel",
                                "HOTLINE",
                                "words",
                                "楼上天天吵架",
                                "place",
                                Map.of("areaCode", GRID),
                                "confidential",
                                false,
                                "caller",
                                Map.of("name", "李女士", "phone", newPhone())))
                .expect(201);
        List<JsonNode> after = lines();
        assertThat(own(after, 0)).isEqualTo(own(before, 0) - 1);
        assertThat(own(after, 1)).isEqualTo(own(before, 1) - 1);
    }

    @Test
    void whoeverBlowsTheWhistleInTimeHasRespondedHoweverLongDepartmentsTake() {
        String id = id(submit(resident(), LIFT));
        Browser dispatcher = dispatcher();
        Map<String, String> move = Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区先行");
        act(dispatcher, id, "transfers", move).expect(200);
        JsonNode before = rate(lines().getFirst(), 0);
        blown(community(), id, "property", "urban");
        late(id);
        JsonNode after = rate(lines().getFirst(), 0);
        assertThat(after.get("n").asInt()).isEqualTo(before.get("n").asInt() + 1);
        assertThat(after.get("k").asInt()).isEqualTo(before.get("k").asInt() + 1);
    }
}
