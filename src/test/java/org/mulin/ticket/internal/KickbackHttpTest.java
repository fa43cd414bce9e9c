package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** A return is an objection that the street decides; orders and numbers of the street's desk. */
class KickbackHttpTest extends TicketHttpTest {
    private static final Instant NOW = Instant.now(Clock.systemUTC());

    private Browser coordinator() {
        return staffOnPost("street-coordinator");
    }

    private static Browser.Answer review(Browser who, String id, boolean upheld) {
        return act(who, id, "return-reviews", Map.of("upheld", upheld, "words", upheld ? "属实" : "仍属你单位"));
    }

    @Test
    void theStreetUpholdsAndTheListNamesTheNextUnit() {
        String id = id(submit(resident(), LIFT));
        act(firm(), id, "returns", toTheCity("实为窨井")).expect(200);
        Browser street = coordinator();
        assertThat(texts(ticket(street, id).get("allowedActions"))).contains("UPHOLD", "REFUSE");
        JsonNode after = review(street, id, true).expect(200).body();
        assertThat(after.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(after.at("/matter/code").asString()).isEqualTo("fac-manhole");
        assertThat(urban().get("/api/tickets/" + id)
                        .expect(200)
                        .body()
                        .get("allowedActions")
                        .toString())
                .contains("ACCEPT");
        assertThat(objection(street, id).get("status").asString()).isEqualTo("UPHELD");
        assertThat(review(street, id, true).expect(422).code()).isEqualTo("return-not-yours-to-judge");
    }

    @Test
    void aUnitThatGaveItBackIsSuggestedLastAndMarked() {
        String id = id(submit(resident(), LIFT + "，门口的井盖也破了，路灯不亮"));
        if (ticket(dispatcher(), id).get("status").asString().equals("TRIAGE")) {
            act(dispatcher(), id, "classifications", Map.of("matterCode", "prop-lift"))
                    .expect(200);
        }
        act(firm(), id, "returns", toTheCity("实为窨井")).expect(200);
        List<JsonNode> suggested = dispatcher()
                .get("/api/tickets/" + id + "/suggestions")
                .expect(200)
                .body()
                .valueStream()
                .toList();
        assertThat(suggested).hasSizeGreaterThan(1);
        assertThat(suggested.getFirst().get("matterCode").asString()).isEqualTo("fac-manhole");
        assertThat(suggested.getFirst().get("cited").asBoolean()).isTrue();
        assertThat(suggested.getFirst().get("returned").asBoolean()).isFalse();
        assertThat(suggested.getLast().get("cited").asBoolean()).isFalse();
        assertThat(suggested.getLast().get("returned").asBoolean()).isTrue();
        assertThat(suggested.getLast().get("unitName").asString()).isEqualTo("睦和物业服务有限公司");
    }

    @Test
    void aRefusedReturnGoesBackWithItsDeadlineAndTheSecondIsForGood() {
        String id = id(submit(resident(), LIFT));
        Browser firm = firm();
        Browser street = coordinator();
        String due = ticket(firm, id).get("dueAt").asString();
        List<String> atWork = atWork(ticket(firm, id));
        assertThat(atWork).hasSizeGreaterThan(1);
        act(firm, id, "returns", toTheCity("实为窨井")).expect(200);
        JsonNode back = review(street, id, false).expect(200).body();
        assertThat(back.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(back.get("dueAt").asString()).isEqualTo(due);
        assertThat(atWork(back)).isEqualTo(atWork);
        assertThat(objection(street, id).get("status").asString()).isEqualTo("REFUSED");
        act(firm, id, "returns", toTheCity("仍非我司")).expect(200);
        assertThat(objection(street, id).get("nth").asInt()).isEqualTo(2);
        review(street, id, false).expect(200);
        assertThat(texts(ticket(firm, id).get("allowedActions"))).doesNotContain("RETURN");
        assertThat(act(firm, id, "returns", toTheCity("再退")).expect(422).code()).isEqualTo("return-decided");
    }

    /** Names of the units whose part is open. */
    private static List<String> atWork(JsonNode ticket) {
        return ticket.get("parts")
                .valueStream()
                .filter(part -> part.get("status").asString().equals("OPEN"))
                .map(part -> part.at("/unit/name").asString())
                .sorted()
                .toList();
    }

    @Test
    void noUnitJudgesItsOwnReturnAndOthersDoNotReachIt() {
        String id = id(submit(resident(), "云栖里小区门口下水道堵了，污水漫到路上"));
        Browser street = street();
        act(street, id, "returns", toTheCity("实为窨井")).expect(200);
        assertThat(review(coordinator(), id, false).expect(422).code()).isEqualTo("return-not-yours-to-judge");
        firm().post("/api/tickets/" + id + "/return-reviews", Map.of("upheld", true, "words", "是", "version", 1))
                .expect(404);
        Browser hotline = dispatcher();
        act(hotline, id, "return-reviews", Map.of("upheld", true, "words", " ")).expect(400);
        JsonNode seen = ticket(hotline, id);
        Map<String, Object> stale = new HashMap<>(Map.of("upheld", false, "words", "仍属街道"));
        stale.put("version", seen.get("version").asLong() - 1);
        hotline.post("/api/tickets/" + id + "/return-reviews", stale).expect(409);
        assertThat(ticket(hotline, id).get("status").asString()).isEqualTo("TRIAGE");
        review(hotline, id, false).expect(200);
    }

    @Test
    void aDispatcherWhoMovesItOnDecidesItToo() {
        String id = id(submit(resident(), LIFT));
        act(firm(), id, "returns", toTheCity("实为窨井")).expect(200);
        Browser dispatcher = dispatcher();
        String urban = TicketJourneyTest.unit(dispatcher, "urban");
        act(dispatcher, id, "transfers", Map.of("unitId", urban, "words", "请处置"))
                .expect(200);
        assertThat(objection(coordinator(), id).get("status").asString()).isEqualTo("UPHELD");
    }

    @Test
    void kickbacksAreCountedPerDepartmentForReviewersOnly() {
        Browser street = coordinator();
        int before = kickbacks(street, "睦和物业服务有限公司");
        String id = id(submit(resident(), LIFT));
        act(firm(), id, "returns", toTheCity("实为窨井")).expect(200);
        assertThat(kickbacks(street, "睦和物业服务有限公司")).isEqualTo(before + 1);
        firm().get(counts()).expect(403);
        street.get("/api/joint-counts?from=" + NOW + "&to=" + NOW).expect(400);
    }

    private static String counts() {
        return "/api/joint-counts?from=" + NOW.minusSeconds(86_400) + "&to=" + NOW.plusSeconds(86_400);
    }

    private static int kickbacks(Browser street, String unit) {
        return street.get(counts())
                .expect(200)
                .body()
                .valueStream()
                .filter(row -> row.at("/unit/name").asString().equals(unit))
                .mapToInt(row -> row.get("kickbacks").asInt())
                .sum();
    }

    private static JsonNode objection(Browser who, String ticketId) {
        return who.get("/api/objections?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(row -> row.get("ticketId").asString().equals(ticketId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderHasAClockAndGoesToDepartmentsOnly() {
        Browser street = coordinator();
        String id = id(submit(resident(), LIFT));
        String due = NOW.plusSeconds(86_400).toString();
        Map<String, Object> order = new HashMap<>(Map.of(
                "ticketId", id, "unitId", TicketJourneyTest.unit(street, "property"), "words", "今日抢修", "dueAt", due));
        JsonNode issued = street.post("/api/directives", order).expect(201).body();
        order.put("unitId", TicketJourneyTest.unit(street, "baihuahu"));
        assertThat(street.post("/api/directives", order).expect(422).code()).isEqualTo("directive-not-community");
        order.put("unitId", TicketJourneyTest.unit(street, "property"));
        order.put("dueAt", "2020-01-01T00:00:00Z");
        assertThat(street.post("/api/directives", order).expect(422).body().toString())
                .contains("\"dueAt\"");
        Browser firm = firm();
        firm.post("/api/directives", order).expect(403);
        String path = "/api/directives/" + issued.get("id").asString();
        urban().post(path + "/acceptances", Map.of("version", 1)).expect(404);
        JsonNode taken = firm.post(path + "/acceptances", Map.of("version", 1))
                .expect(200)
                .body();
        firm.post(path + "/completions", Map.of("version", 1, "words", "已修")).expect(409);
        assertThat(street.post(path + "/completions", Map.of("version", 2, "words", "已修"))
                        .expect(403)
                        .code())
                .isEqualTo("joint-role");
        firm.post(path + "/completions", versioned(Map.of("words", "已修"), taken))
                .expect(200);
        assertThat(List.of(ticket(street, id).get("timeline").toString()))
                .first()
                .asString()
                .contains("办结指挥令");
        urban().get("/api/tickets/" + id).expect(404);
        order.put("unitId", TicketJourneyTest.unit(street, "urban"));
        order.put("dueAt", due);
        street.post("/api/directives", order).expect(201);
        urban().get("/api/tickets/" + id).expect(200);
    }

    @Test
    void unitsThatMayBeOrderedAreOffered() {
        Browser street = coordinator();
        String id = id(submit(resident(), LIFT));
        String path = "/api/tickets/" + id + "/directive-units";
        List<String> offered = street.get(path)
                .expect(200)
                .body()
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(offered)
                .contains(TicketJourneyTest.unit(street, "property"), TicketJourneyTest.unit(street, "urban"))
                .doesNotContain(TicketJourneyTest.unit(street, "baihuahu"));
        firm().get(path).expect(403);
    }
}
