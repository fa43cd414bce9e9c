package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 即办: one write makes a ticket that is registered, dispatched and settled, by the steps of the table. */
class SettlementHttpTest extends TicketHttpTest {
    private static final String ADS = "env-ads";

    @Autowired
    private EventLog events;

    private Browser worker() {
        return staffOnPost("grid-1-worker");
    }

    private static Map<String, Object> settlement(String matter, Map<String, ?> place, List<String> photos) {
        return new HashMap<>(Map.of(
                "matterCode", matter,
                "words", "巡查发现楼道墙上有小广告",
                "result", "已当场清除",
                "photoIds", photos,
                "place", place));
    }

    private JsonNode settle(Browser worker) {
        return worker.post("/api/settlements", settlement(ADS, Map.of(), List.of(upload(worker))))
                .expect(201)
                .body();
    }

    @Test
    void oneWriteIsItsWholeLife() {
        Browser worker = worker();
        JsonNode receipt = settle(worker);
        JsonNode ticket = ticket(worker, id(receipt));
        assertThat(ticket.get("status").asString()).isEqualTo("CLOSED");
        assertThat(ticket.get("matter").get("code").asString()).isEqualTo(ADS);
        assertThat(texts(ticket.get("place").get("areaPath"))).last().isEqualTo("百花湖第一网格");
        assertThat(texts(ticket.get("timeline"), "action")).containsExactly("REGISTER", "DISPATCH", "SETTLE");
        JsonNode last = ticket.get("timeline").get(2);
        assertThat(last.get("words").asString()).isEqualTo("已当场清除");
        assertThat(last.get("who").asString()).startsWith("百花湖第一网格工作站");
        assertThat(ticket.get("parts").get(0).get("unit").get("name").asString())
                .isEqualTo("百花湖第一网格工作站");
        assertThat(texts(ticket.get("parts"), "status")).containsExactly("DONE");
        assertThat(texts(ticket.get("decision").get("reasons"), "code")).contains("SETTLED_ON_SPOT");
        assertThat(ticket.get("allowedActions").size()).isZero();
        String photo = last.get("photos").get(0).get("id").asString();
        worker.get("/api/tickets/" + id(receipt) + "/files/" + photo).expect(200);
        assertThat(events.of(id(receipt)))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Registered", "Dispatched", "Resolved", "Closed");
        assertThat(events.of(id(receipt)).getFirst())
                .extracting(event -> ((TicketEvent.Registered) event).authorId())
                .isNull();
        assertThat(worker.get("/api/tickets/" + id(receipt) + "/replays")
                        .expect(200)
                        .body()
                        .get("same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void isCountedAndComesFirstNextTime() {
        Browser worker = staffOnPost("grid-3-worker");
        int before = count(worker);
        settle(worker);
        settle(worker);
        assertThat(count(worker)).isEqualTo(before + 2);
        JsonNode matters = worker.get("/api/settlement-matters").expect(200).body();
        assertThat(matters.get(0).get("code").asString()).isEqualTo(ADS);
        assertThat(texts(matters, "code")).contains("safe-ebike").doesNotContain("fac-manhole", "env");
        assertThat(texts(
                        worker.get("/api/tickets?queue=done").expect(200).body().get("items"), "matterName"))
                .contains("乱贴小广告");
        firm().get("/api/settlement-counts").expect(403);
        assertThat(worker().get("/api/settlement-counts").body().get("areaCode").asString())
                .isEqualTo(GRID);
        firm().get("/api/settlement-matters").expect(403);
    }

    private static int count(Browser worker) {
        return worker.get("/api/settlement-counts")
                .expect(200)
                .body()
                .get("count")
                .asInt();
    }

    @Test
    void isNobodyElsesBusiness() {
        Browser worker = worker();
        String id = id(settle(worker));
        Browser neighbour = staffOnPost("grid-2-worker");
        neighbour.get("/api/tickets/" + id).expect(404);
        firm().get("/api/tickets/" + id).expect(404);
        assertThat(ticket(staffOnPost("grid-1-worker"), id).get("status").asString())
                .as("who takes over the post sees it")
                .isEqualTo("CLOSED");
        assertThat(ticket(dispatcher(), id).get("status").asString()).isEqualTo("CLOSED");
        assertThat(worker.get("/api/inbox?limit=100").expect(200).body().toString())
                .as("nothing is left to do about it")
                .doesNotContain(id);
    }

    @Test
    void aRepeatedKeySettlesOnce() {
        Browser worker = worker();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(settlement(ADS, Map.of(), List.of(upload(worker))));
        JsonNode first = worker.post("/api/settlements", body, key).expect(201).body();
        JsonNode again = worker.post("/api/settlements", body, key).expect(201).body();
        assertThat(again.get("number")).isEqualTo(first.get("number"));
    }

    @Test
    void onlyWhatThePackAllowsInTheOwnGridWithAPhotoAndTheRight() {
        Browser worker = worker();
        List<String> photo = List.of(upload(worker));
        int before = count(worker);
        refused(worker, settlement("fac-manhole", Map.of(), photo), 422, "settle-not-here");
        refused(worker, settlement("env", Map.of(), photo), 422, "settle-not-here");
        refused(worker, settlement("no-such", Map.of(), photo), 422, "matter-unknown");
        refused(worker, settlement(ADS, Map.of(), List.of()), 422, "proof-photo-required");
        refused(worker, settlement(ADS, Map.of("areaCode", "360502001007001"), photo), 422, "settle-outside");
        refused(worker, settlement(ADS, Map.of("areaCode", "360502001001"), photo), 422, "settle-outside");
        refused(worker, settlement(ADS, Map.of("areaCode", "999"), photo), 422, "area-unknown");
        refused(worker, settlement(ADS, Map.of("lon", 116.4, "lat", 39.9), photo), 422, "point-outside-city");
        refused(worker, settlement(ADS, Map.of("lon", 114.9), photo), 400, "malformed");
        refused(worker, settlement(ADS, Map.of(), List.of(UUID.randomUUID().toString())), 422, "file-not-yours");
        Map<String, Object> silent = settlement(ADS, Map.of(), photo);
        silent.put("result", "\u200b");
        refused(worker, silent, 400, "malformed");
        refused(firm(), settlement(ADS, Map.of(), photo), 403, "right-missing");
        refused(resident(), settlement(ADS, Map.of(), photo), 403, "right-missing");
        assertThat(count(worker)).isEqualTo(before);
        worker.post("/api/settlements", settlement(ADS, Map.of("areaCode", GRID), photo))
                .expect(201);
    }

    private static void refused(Browser who, Map<String, Object> body, int status, String code) {
        assertThat(who.post("/api/settlements", body).expect(status).code()).isEqualTo(code);
    }
}
