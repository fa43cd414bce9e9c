package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What grid workers bring in, of their own sight and for residents. */
class ReportHttpTest extends TicketHttpTest {
    private Browser worker() {
        return staffOnPost("grid-1-worker");
    }

    private static Map<String, Object> report(String words) {
        return new HashMap<>(Map.of(
                "words", words, "photoIds", List.of(), "place", Map.of("areaCode", GRID), "confidential", false));
    }

    private static JsonNode report(Browser worker, Map<String, Object> body) {
        return worker.post("/api/reports", body).expect(201).body();
    }

    @Test
    void whatTheWorkerSawGoesTheOrdinaryWayAndTheWorkerIsItsAuthor() {
        Browser worker = worker();
        Map<String, Object> body = report(MANHOLE);
        body.put("photoIds", List.of(upload(worker)));
        JsonNode receipt = report(worker, body);
        assertThat(receipt.get("decision").get("unit").get("name").asString()).contains("城市管理");
        String id = id(receipt);
        JsonNode seen = ticket(worker, id);
        assertThat(seen.get("appeals").get(0).get("channel").asString()).isEqualTo("GRID");
        assertThat(seen.get("ownAppealId").asString()).isEqualTo(appealId(receipt));
        assertThat(texts(seen.get("allowedActions"))).containsExactly("SUPPLEMENT", "WITHDRAW");
        assertThat(texts(seen.get("timeline"), "who").getFirst()).startsWith("百花湖第一网格工作站");
        assertThat(ids(worker, "reported")).contains(id);
        assertThat(ids(worker, "unit")).doesNotContain(id);
        assertThat(ids(staffOnPost("grid-1-worker"), "reported")).contains(id);
        Browser neighbour = staffOnPost("grid-2-worker");
        neighbour.get("/api/tickets/" + id).expect(404);
        assertThat(ids(neighbour, "reported")).doesNotContain(id);
        Browser urban = urban();
        act(urban, id, "acceptances", Map.of()).expect(200);
        act(urban, id, "resolutions", Map.of("words", "已装新井盖", "photoIds", List.of(upload(urban))))
                .expect(200);
        my(worker, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", true, "satisfaction", 5))
                .expect(200);
        assertThat(ticket(worker, id).get("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void whatNamesNoPlaceIsInTheGridThatTheWorkerWalks() {
        Map<String, Object> body = report("小区门口井盖松动，踩上去晃");
        body.put("place", Map.of());
        assertThat(report(worker(), body).at("/decision/place/areaCode").asString())
                .isEqualTo(GRID);
        body.put("words", "竹溪路的井盖松动，踩上去晃");
        assertThat(report(worker(), body).at("/decision/place/areaCode").asString())
                .isNotEqualTo(GRID);
    }

    @Test
    void aWorkerReadsWhatIsOpenInTheGridWhoeverHandlesItButNothingConfidential() {
        Browser worker = worker();
        JsonNode lift = submit(resident(), LIFT);
        JsonNode confidential = submit(resident(), LIFT, GRID, true);
        String open = id(lift);
        String secret = id(confidential);
        String search = "area&q=" + lift.get("number").asString();
        assertThat(ids(worker, search)).containsExactly(open);
        assertThat(ids(worker, "area&q=" + confidential.get("number").asString()))
                .isEmpty();
        JsonNode seen = ticket(worker, open);
        assertThat(seen.get("allowedActions")).isEmpty();
        assertThat(seen.toString()).doesNotContain("欧阳小明");
        worker.get("/api/tickets/" + secret).expect(404);
        worker.get("/api/tickets/" + secret + "/clock").expect(404);
        staffOnPost("grid-2-worker").get("/api/tickets/" + open).expect(404);
        act(dispatcher(), open, "declines", Map.of("reasonCode", "statutory", "words", "已进入诉讼程序，请向法院查询"))
                .expect(200);
        assertThat(ids(worker, search)).isEmpty();
    }

    @Test
    void whatIsFiledForAResidentIsTheResidents() {
        String phone = newPhone();
        Browser resident = resident(phone);
        Browser worker = worker();
        Map<String, Object> body = report(LIFT);
        body.put("resident", Map.of("name", "欧阳老伯", "phone", phone, "consent", "PRESENT"));
        JsonNode receipt = report(worker, body);
        JsonNode theirs =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(texts(theirs.get("timeline"), "who").getFirst()).isEqualTo("百花湖第一网格工作站（代您登记）");
        assertThat(texts(theirs.get("allowedActions"))).contains("WITHDRAW");
        JsonNode seen = ticket(worker, id(receipt));
        assertThat(seen.get("ownAppealId").isNull()).isTrue();
        assertThat(seen.get("allowedActions").size()).isZero();
        assertThat(seen.get("appeals").get(0).get("contact").get("phoneMasked").asString())
                .startsWith("129")
                .contains("*");
    }

    @Test
    void aResidentWithoutAccountIsReachedByThePhone() {
        Browser worker = worker();
        Map<String, Object> body = report(LIFT);
        body.put("resident", Map.of("name", "欧阳老伯", "phone", newPhone(), "consent", "VOICE"));
        JsonNode receipt = report(worker, body);
        assertThat(ticket(dispatcher(), id(receipt))
                        .get("appeals")
                        .get(0)
                        .get("contact")
                        .get("nameMasked")
                        .asString())
                .startsWith("欧");
        browser()
                .post(
                        "/api/appeal-queries",
                        Map.of("queryCode", receipt.get("queryCode").asString()))
                .expect(200);
    }

    @Test
    void aRepeatedKeyReportsOnceAndBadInputChangesNothing() {
        Browser worker = worker();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(report(LIFT));
        JsonNode first = worker.post("/api/reports", body, key).expect(201).body();
        assertThat(worker.post("/api/reports", body, key).expect(201).body().get("number"))
                .isEqualTo(first.get("number"));
        int before = ids(worker, "reported").size();
        refused(worker, Map.of("words", " "), 400, "malformed");
        refused(worker, Map.of("place", Map.of("areaCode", "nowhere")), 422, "area-unknown");
        refused(worker, Map.of("place", Map.of("lon", 200, "lat", 0)), 400, "malformed");
        refused(worker, Map.of("matterCode", "no-such"), 422, "matter-unknown");
        refused(
                worker,
                Map.of("resident", Map.of("name", "某人", "phone", "call me", "consent", "PAPER")),
                400,
                "malformed");
        refused(worker, Map.of("resident", Map.of("name", "某人")), 400, "malformed");
        refused(worker, Map.of("photoIds", List.of(UUID.randomUUID().toString())), 422, "file-not-yours");
        refused(street(), Map.of(), 403, "right-missing");
        refused(resident(), Map.of(), 403, "right-missing");
        assertThat(ids(worker, "reported")).hasSize(before);
    }

    private static void refused(Browser who, Map<String, ?> changed, int status, String code) {
        Map<String, Object> body = report(LIFT);
        body.putAll(changed);
        assertThat(who.post("/api/reports", body).expect(status).code()).isEqualTo(code);
    }

    private static List<String> ids(Browser who, String queue) {
        return texts(
                who.get("/api/tickets?limit=100&queue=" + queue)
                        .expect(200)
                        .body()
                        .get("items"),
                "id");
    }
}
