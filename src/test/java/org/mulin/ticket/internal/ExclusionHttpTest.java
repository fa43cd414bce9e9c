package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Leaving tickets out of the rates, over HTTP: the whole life, who may what, and what the rates make of it. */
class ExclusionHttpTest extends ExclusionScenes {
    @Autowired
    private EventLog events;

    /** k, n and excluded of each rate of the firm's tickets. */
    private List<List<Integer>> rates() {
        JsonNode rates = staffOnPost("city-leader")
                .get("/api/insight/rates?by=UNIT&limit=100")
                .expect(200)
                .body();
        JsonNode line = rates.get("items")
                .valueStream()
                .filter(each -> each.get("code").asString().equals("property"))
                .findFirst()
                .orElseThrow();
        return line.get("rates")
                .valueStream()
                .map(rate -> List.of(
                        rate.get("k").asInt(),
                        rate.get("n").asInt(),
                        rate.get("excluded").asInt()))
                .toList();
    }

    @Test
    void upheldTheRatesLeaveItOutAndRevokedTheyCountItAgain() {
        Browser firm = firm();
        String id = judged(firm);
        List<List<Integer>> before = rates();
        JsonNode asked = applied(firm, id);
        assertThat(asked.get("state").asString()).isEqualTo("OPEN");
        assertThat(texts(asked.get("allowedActions"))).containsExactly("TAKE_BACK");
        assertThat(rates()).as("an application changes nothing").isEqualTo(before);
        Browser city = city();
        JsonNode upheld = first(review(city, asked, true));
        assertThat(upheld.get("state").asString()).isEqualTo("UPHELD");
        assertThat(texts(upheld.get("allowedActions"))).containsExactly("REVOKE");
        List<List<Integer>> after = rates();
        assertThat(after.get(0)).isEqualTo(before.get(0));
        // solved, but with a score of 2; one less is judged in both rates
        assertThat(after.get(1)).isEqualTo(changed(before.get(1), -1, -1, 1));
        assertThat(after.get(2)).isEqualTo(changed(before.get(2), 0, -1, 1));
        JsonNode seen = ticket(firm, id);
        assertThat(texts(seen.get("excludedFrom"))).containsExactly("RESOLUTION", "SATISFACTION");
        assertThat(texts(seen.get("timeline"), "note").getLast()).isEqualTo("同意剔除——理由：诉求不属实，经现场核实并留存证据");
        JsonNode revoked = first(city.post(path(upheld) + "/revocations", versioned(Map.of("words", "材料系伪造"), upheld)));
        assertThat(revoked.get("state").asString()).isEqualTo("REVOKED");
        assertThat(revoked.at("/revoked/words").asString()).isEqualTo("材料系伪造");
        assertThat(revoked.get("decidedWords")).as("the review stands").isEqualTo(upheld.get("decidedWords"));
        assertThat(rates()).isEqualTo(before);
        assertThat(ticket(firm, id).get("excludedFrom")).isEmpty();
        assertThat(actions(id)).containsExactly(ExclusionAction.APPLY, ExclusionAction.UPHOLD, ExclusionAction.REVOKE);
        assertThat(rows.queryForList(
                        "select action from audit.entry where subject_id = ? order by id",
                        String.class,
                        asked.get("id").asString()))
                .containsExactly("exclusion.apply", "exclusion.uphold", "exclusion.revoke");
        assertThat(applied(firm, id).get("state").asString())
                .as("it may be asked for again")
                .isEqualTo("OPEN");
    }

    private static List<Integer> changed(List<Integer> of, int k, int n, int excluded) {
        return List.of(of.get(0) + k, of.get(1) + n, of.get(2) + excluded);
    }

    private List<ExclusionAction> actions(String id) {
        return events.of(id).stream()
                .filter(TicketEvent.ExclusionChanged.class::isInstance)
                .map(event -> ((TicketEvent.ExclusionChanged) event).action())
                .toList();
    }

    @Test
    void aSecondRoundOfTheSameUnitIsListedToo() {
        Browser firm = firm();
        Browser author = resident();
        JsonNode receipt = submit(author, LIFT);
        for (boolean solved : List.of(false, true)) {
            act(firm, id(receipt), "acceptances", Map.of()).expect(200);
            act(firm, id(receipt), "resolutions", words("已修好")).expect(200);
            Map<String, Object> verdict = Map.of("contacted", true, "solved", solved, "satisfaction", 2);
            my(author, appealId(receipt), "verdicts", verdict).expect(200);
        }
        JsonNode asked = applied(firm, id(receipt));
        assertThat(ids(city(), "&status=OPEN")).contains(asked.get("id").asString());
    }

    @Test
    void refusedOrTakenBackItCountsAsBefore() {
        Browser firm = firm();
        String id = judged(firm);
        List<List<Integer>> before = rates();
        JsonNode refused = first(review(city(), applied(firm, id), false));
        assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.get("decidedWords").asString()).isEqualTo("材料不足以证明");
        assertThat(refused.get("allowedActions")).isEmpty();
        JsonNode again = applied(firm, id);
        JsonNode back = first(firm.post(path(again) + "/withdrawals", versioned(Map.of(), again)));
        assertThat(back.get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(review(city(), back, true).expect(422).code()).isEqualTo("exclusion-state");
        assertThat(rates()).isEqualTo(before);
    }

    @Test
    void noPartyDecidesAndOutOfReachIsAbsent() {
        Browser firm = firm();
        JsonNode asked = applied(firm, judged(firm));
        assertThat(review(firm, asked, true).expect(403).code()).isEqualTo("exclusion-party");
        Browser street = staffOnPost("street-supervisor");
        assertThat(review(street, asked, true).expect(403).code())
                .as("of the firm's own level")
                .isEqualTo("exclusion-party");
        assertThat(texts(first(street.get("/api/tickets/" + ticketOf(asked) + "/exclusions"))
                        .get("allowedActions")))
                .isEmpty();
        Browser elsewhere = staffOnPost("kuixinglu-supervisor");
        review(elsewhere, asked, true).expect(404);
        elsewhere.get("/api/tickets/" + ticketOf(asked) + "/exclusions").expect(404);
        assertThat(ids(elsewhere, "")).doesNotContain(asked.get("id").asString());
        for (Browser other : List.of(urban(), resident())) {
            review(other, asked, true).expect(404);
        }
        assertThat(review(dispatcher(), asked, true).expect(403).code()).isEqualTo("exclusion-party");
        browser().get(API).expect(401);
        resident().get(API).expect(404);
    }

    private static String ticketOf(JsonNode exclusion) {
        return exclusion.get("ticketId").asString();
    }

    @Test
    void aReviewerNeverReviewsTheOwnUnit() {
        Browser street = street();
        Browser author = resident();
        JsonNode receipt = submit(author, LIFT);
        String unit =
                street.get("/api/session").expect(200).body().get("unitId").asString();
        act(dispatcher(), id(receipt), "transfers", Map.of("unitId", unit, "words", "请街道协调"))
                .expect(200);
        act(street, id(receipt), "acceptances", Map.of()).expect(200);
        act(street, id(receipt), "resolutions", words("已协调")).expect(200);
        my(author, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", true, "satisfaction", 1))
                .expect(200);
        assertThat(apply(firm(), id(receipt), wish(firm(), "untrue"))
                        .expect(403)
                        .code())
                .as("the firm had it before, not last")
                .isEqualTo("exclusion-party");
        JsonNode asked = applied(street, id(receipt));
        assertThat(review(staffOnPost("street-supervisor"), asked, true)
                        .expect(403)
                        .code())
                .isEqualTo("exclusion-party");
        review(city(), asked, true).expect(200);
    }

    @Test
    void aStreetDecidesAboutItsCommunities() {
        Browser community = staffOnPost("baihuahu-clerk");
        Browser author = resident();
        JsonNode receipt = submitUnclear(author);
        String unit =
                community.get("/api/session").expect(200).body().get("unitId").asString();
        act(dispatcher(), id(receipt), "transfers", Map.of("unitId", unit, "words", "请社区办理"))
                .expect(200);
        act(community, id(receipt), "acceptances", Map.of()).expect(200);
        act(community, id(receipt), "resolutions", words("已处理")).expect(200);
        my(author, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", true, "satisfaction", 1))
                .expect(200);
        JsonNode asked = applied(community, id(receipt));
        Browser street = staffOnPost("street-supervisor");
        assertThat(texts(find(street, asked).get("allowedActions"))).containsExactly("UPHOLD", "REFUSE");
        assertThat(street.bytes("/api/tickets/" + ticketOf(asked) + "/files/"
                        + asked.at("/evidence/0/id").asString()))
                .isNotEmpty();
        review(street, asked, true).expect(200);
        // the notice module hears of it after the answer
        await().untilAsserted(() -> assertThat(rows.queryForObject(
                        "select count(*) from notice.message where text_code = 'inbox.exclusion-UPHOLD'"
                                + " and ticket_id = ?",
                        Integer.class,
                        UUID.fromString(id(receipt))))
                .isEqualTo(1));
    }

    private static JsonNode find(Browser who, JsonNode exclusion) {
        return who.get(API + "?limit=100&status=" + exclusion.get("state").asString())
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(each -> each.get("id").equals(exclusion.get("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhatTheRatesCountAndOnlyInTime() {
        Browser firm = firm();
        JsonNode receipt = submit(resident(), LIFT);
        String id = id(receipt);
        act(firm, id, "acceptances", Map.of()).expect(200);
        assertThat(reasons(firm, id)).isEmpty();
        assertThat(apply(firm, id, wish(firm, "untrue")).expect(422).code()).isEqualTo("exclusion-nothing");
        late(id, 1);
        assertThat(reasons(firm, id)).contains("untrue", "force-majeure");
        late(id, 15);
        assertThat(reasons(firm, id)).contains("force-majeure").doesNotContain("untrue");
        Browser.Answer late = apply(firm, id, wish(firm, "untrue")).expect(422);
        assertThat(late.code()).isEqualTo("exclusion-late");
        assertThat(late.body().at("/errors/0/field").asString()).isEqualTo("reasonCode");
        apply(firm, id, wish(firm, "force-majeure")).expect(201);
        assertThat(reasons(firm, id)).as("one at a time").isEmpty();
        assertThat(apply(firm, id, wish(firm, "force-majeure")).expect(422).code())
                .isEqualTo("exclusion-standing");
    }

    private void late(String id, int days) {
        for (String table : List.of(
                "ticket set due_at = now() - ? * interval '1 day' where id = ?",
                "part set due_at = now() - ? * interval '1 day' where ticket_id = ?")) {
            rows.update("update ticket." + table, days, UUID.fromString(id));
        }
    }

    private static List<String> reasons(Browser who, String id) {
        return texts(
                who.get("/api/tickets/" + id + "/exclusions").expect(200).body().get("reasons"), "code");
    }
}
