package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** Departments are called together on a ticket, over HTTP. */
class WhistleHttpTest extends JointHttpTest {
    @Test
    void departmentsComeTogetherSignAndAreScored() {
        Browser resident = resident();
        Browser community = community();
        JsonNode receipt = submit(resident, LIFT);
        String id = id(receipt);
        Browser dispatcher = dispatcher();
        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区先行"))
                .expect(200);
        act(community, id, "acceptances", Map.of()).expect(200);
        assertThat(texts(ticket(community, id).get("allowedActions"))).contains("WHISTLE", "RESOLVE");
        JsonNode whistle = blown(community, id, "property", "urban");
        assertThat(texts(ticket(community, id).get("allowedActions"))).doesNotContain("RESOLVE");
        assertThat(act(community, id, "resolutions", words("好了")).expect(422).code())
                .isEqualTo("ticket-whistle-open");
        Browser firm = firm();
        Browser urban = urban();
        comes(firm, whistle);
        comes(urban, whistle);
        assertThat(own(firm, whistle, "signatures", Map.of()).expect(422).code())
                .isEqualTo("joint-no-resolution");
        whole(community, whistle, "resolutions", Map.of("words", "物业三日内修好，城管清运"))
                .expect(200);
        own(firm, whistle, "signatures", Map.of()).expect(200);
        assertThat(whole(community, whistle, "resolutions", Map.of("words", "改"))
                        .expect(422)
                        .code())
                .isEqualTo("joint-signed-already");
        JsonNode signed =
                own(urban, whistle, "signatures", Map.of()).expect(200).body();
        assertThat(signed.get("status").asString()).isEqualTo("AGREED");
        assertThat(mine(signed).get("distance_m").asLong()).isBetween(90L, 105L);
        own(firm, whistle, "fulfilments", Map.of("words", "已更换", "photoIds", List.of(firm.photo())))
                .expect(200);
        for (JsonNode call : now(community, whistle).get("calls")) {
            call(community, whistle, call, "scores", Map.of("score", 5, "words", "到场及时"))
                    .expect(200);
        }
        whole(coordinator(), whistle, "reviews", Map.of("needed", true, "words", "确有必要"))
                .expect(200);
        act(community, id, "resolutions", words("已修好")).expect(200);
        rate(resident, appealId(receipt));
        assertThat(now(community, whistle).get("rating").asDouble()).isEqualTo(4.0);
        String story = ticket(community, id).get("timeline").toString();
        assertThat(story).contains("签署联合决议", "到场签到", "已吹哨召集");
    }

    private static void rate(Browser resident, String appealId) {
        String path = "/api/my/appeals/" + appealId;
        assertThat(resident.get(path).expect(200).body().get("timeline").toString())
                .contains("WHISTLE", "CONCLUDE")
                .doesNotContain("JOINT\"", "电梯反复停运", "物业三日内");
        JsonNode seen = resident.get(path + "/whistles").expect(200).body().get(0);
        assertThat(seen.get("mayRate").asBoolean()).isTrue();
        Map<String, Object> rating =
                versioned(Map.of("whistleId", seen.get("id").asString(), "score", 4), seen);
        resident.post(path + "/whistle-ratings", rating).expect(200);
        assertThat(resident.post(path + "/whistle-ratings", rating).expect(422).code())
                .isEqualTo("whistle-not-to-rate");
    }

    @Test
    void whoIsNotCalledFindsNothing() {
        Browser community = community();
        String id = inHand(resident(), community);
        Browser urban = urban();
        JsonNode whistle = blown(community, id, "property");
        urban.get("/api/tickets/" + id).expect(404);
        urban.get("/api/tickets/" + id + "/whistles").expect(404);
        urban.get("/api/whistles/" + whistle.get("id").asString()).expect(404);
        JsonNode call = whistle.get("calls").get(0);
        call(urban, whistle, call, "confirmations", Map.of()).expect(404);
        resident().get("/api/whistles/" + whistle.get("id").asString()).expect(404);
        assertThat(urban.get("/api/whistles").expect(200).body().get("items").toString())
                .doesNotContain(whistle.get("id").asString());
        // the convener reaches it, but another unit's part is not the convener's
        assertThat(call(community, whistle, call, "confirmations", Map.of())
                        .expect(403)
                        .code())
                .isEqualTo("joint-role");
    }

    @Test
    void anActOnWhatHasChangedIsStaleAndOneDepartmentDoesNotHinderAnother() {
        Browser community = community();
        String id = inHand(resident(), community);
        JsonNode whistle = blown(community, id, "property", "urban");
        Browser firm = firm();
        Browser urban = urban();
        JsonNode seen = mine(now(urban, whistle));
        own(firm, whistle, "confirmations", Map.of()).expect(200);
        call(urban, whistle, seen, "confirmations", Map.of()).expect(200);
        call(urban, whistle, seen, "delegates", Map.of("name", "何远", "phone", "12900000001"))
                .expect(409);
        assertThat(mine(now(urban, whistle)).get("status").asString()).isEqualTo("CONFIRMED");
        Map<String, Object> again = whistle(community, id, "property");
        again.put("tickets", List.of(Map.of("id", id, "version", 1)));
        community.post("/api/whistles", again).expect(409);
    }

    @Test
    void badInputIsNamedAtItsFieldAndChangesNothing() {
        Browser community = community();
        String id = inHand(resident(), community);
        Map<String, Object> good = whistle(community, id, "property");
        refused(community, good, "problem", "\u200b", 400, "problem");
        refused(community, good, "place", Map.of(), 400, "place.text");
        refused(community, good, "place", Map.of("text", "外市", "lon", 116.4, "lat", 39.9), 422, "place");
        refused(community, good, "meetAt", "2020-01-01T00:00:00Z", 422, "meetAt");
        refused(community, good, "calls", List.of(), 400, "calls");
        String urban = unit(dispatcher(), "urban");
        refused(community, good, "calls", List.of(Map.of("unitId", urban, "lead", false)), 422, "calls");
        String neighbours = unit(dispatcher(), "kuixinglu");
        refused(community, good, "calls", List.of(Map.of("unitId", neighbours, "lead", true)), 422, "calls");
        String own = unit(dispatcher(), "baihuahu");
        refused(community, good, "calls", List.of(Map.of("unitId", own, "lead", true)), 422, "calls");
        assertThat(community
                        .get("/api/tickets/" + id + "/whistles")
                        .expect(200)
                        .body()
                        .size())
                .isZero();
        JsonNode whistle = blown(community, id, "property");
        Browser firm = firm();
        assertThat(community
                        .post("/api/whistles", whistle(community, id, "urban"))
                        .expect(422)
                        .code())
                .isEqualTo("whistle-open-already");
        own(firm, whistle, "confirmations", Map.of()).expect(200);
        own(firm, whistle, "delegates", Map.of("name", " ", "phone", "12900000001"))
                .expect(400);
        own(firm, whistle, "delegates", Map.of("name", "何远", "phone", "电话")).expect(400);
        own(firm, whistle, "delegates", Map.of("name", "何远", "phone", "12900000001"))
                .expect(200);
        own(firm, whistle, "check-ins", Map.of("photoIds", List.of())).expect(400);
        own(firm, whistle, "check-ins", Map.of("lon", 181, "lat", 1, "photoIds", List.of(firm.photo())))
                .expect(400);
        own(firm, whistle, "check-ins", Map.of("photoIds", List.of(firm.photo())))
                .expect(200);
        own(firm, whistle, "promises", Map.of("done", "查", "promise", "修", "promisedOn", "2020-01-01"))
                .expect(422);
        assertThat(mine(now(firm, whistle)).get("status").asString()).isEqualTo("ARRIVED");
    }

    private static void refused(
            Browser who, Map<String, Object> good, String field, Object bad, int status, String named) {
        Map<String, Object> body = new HashMap<>(good);
        body.put(field, bad);
        assertThat(who.post("/api/whistles", body).expect(status).body().toString())
                .as(field)
                .contains("\"" + named + "\"");
    }

    @Test
    void anObjectionCitesTheListAndIsDecidedByTheStreet() {
        Browser community = community();
        String id = inHand(resident(), community);
        JsonNode whistle = blown(community, id, "urban");
        Browser urban = urban();
        Map<String, Object> objection =
                Map.of("reasonCode", "not-our-duty", "dutyEntry", "fac-manhole@county", "words", "不属城管");
        assertThat(own(urban, whistle, "objections", objection).expect(422).code())
                .isEqualTo("return-cites-other-matter");
        Map<String, Object> right =
                Map.of("reasonCode", "not-our-duty", "dutyEntry", "prop-lift@community", "words", "电梯由物业负责");
        own(urban, whistle, "objections", right).expect(200);
        Browser street = coordinator();
        JsonNode call = now(street, whistle).get("calls").get(0);
        Map<String, Object> no = Map.of("upheld", false, "words", "门口占道须清理");
        call(community, whistle, call, "objection-decisions", no).expect(403);
        call(street, whistle, call, "objection-decisions", no).expect(200);
        JsonNode again = mine(now(urban, whistle));
        assertThat(again.get("status").asString()).isEqualTo("CALLED");
        assertThat(Instant.parse(again.get("confirmBy").asString()))
                .isBeforeOrEqualTo(Instant.parse(whistle.get("meetAt").asString()));
        own(urban, whistle, "objections", right).expect(200);
        JsonNode second = now(street, whistle).get("calls").get(0);
        JsonNode after = call(street, whistle, second, "objection-decisions", Map.of("upheld", true, "words", "由物业到场"))
                .expect(200)
                .body();
        assertThat(texts(after.get("calls"), "status")).containsExactlyInAnyOrder("EXCUSED", "CALLED");
        assertThat(firm().get("/api/whistles/" + whistle.get("id").asString())
                        .expect(200)
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void aWhistleEndsWithItsTicketAndAConvenerEndsItWithReasons() {
        Browser community = community();
        Browser resident = resident();
        JsonNode receipt = submit(resident, LIFT);
        Browser dispatcher = dispatcher();
        act(dispatcher, id(receipt), "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区先行"))
                .expect(200);
        JsonNode first = blown(community, id(receipt), "property");
        whole(community, first, "closures", Map.of("words", "物业已自行修好")).expect(200);
        assertThat(now(community, first).get("status").asString()).isEqualTo("CLOSED");
        JsonNode second = blown(community, id(receipt), "property");
        my(resident, appealId(receipt), "withdrawals", Map.of("reason", "好了")).expect(200);
        JsonNode lapsed = now(community, second);
        assertThat(lapsed.get("status").asString()).isEqualTo("LAPSED");
        assertThat(texts(lapsed.get("calls"), "status")).containsExactly("RELEASED");
    }

    @Test
    void theAccusedIsCalledAndStillSeesNobodysWords() {
        Browser community = community();
        String id = id(submit(resident(), LIFT, GRID, true));
        Browser dispatcher = dispatcher();
        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区先行"))
                .expect(200);
        JsonNode whistle = blown(community, id, "property");
        Browser firm = firm();
        JsonNode seen = ticket(firm, id);
        assertThat(seen.at("/appeals/0/words").asString()).isEmpty();
        assertThat(seen.toString()).doesNotContain("老人下不了楼", "欧阳");
        assertThat(now(firm, whistle).toString()).doesNotContain("老人下不了楼").contains("电梯反复停运");
        assertThat(firm.post("/api/whistle-plans", Map.of("ticketIds", List.of(id)))
                        .expect(200)
                        .body()
                        .at("/tickets/0/words")
                        .asString())
                .isEqualTo("（保密诉求）");
    }
}
