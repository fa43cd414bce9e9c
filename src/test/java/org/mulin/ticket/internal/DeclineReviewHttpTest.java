package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What was declined is reviewed once, by another unit that the pack names, with a clock. */
class DeclineReviewHttpTest extends TicketHttpTest {
    private static final Map<String, String> WHY = Map.of("reason", "法院没有受理，不属于诉讼事项");

    /** Declined by the hotline: the street of the place reviews it. */
    private JsonNode declined(Browser resident) {
        JsonNode receipt = submitUnclear(resident);
        act(dispatcher(), id(receipt), "declines", Map.of("reasonCode", "statutory", "words", "已进入诉讼程序"))
                .expect(200);
        return receipt;
    }

    private static Browser.Answer review(Browser who, String id, boolean overturned, String words) {
        return act(
                who,
                id,
                "decline-reviews",
                Map.of("overturned", overturned, "matterCode", "prop-lift", "words", words));
    }

    private static List<String> toReview(Browser who) {
        return texts(
                who.get("/api/tickets?queue=reviews&limit=100")
                        .expect(200)
                        .body()
                        .get("items"),
                "id");
    }

    @Test
    void theAuthorAsksAndTheStreetOverturnsByTheDutyList() {
        Browser resident = resident();
        JsonNode receipt = declined(resident);
        String id = id(receipt);
        String path = "/api/my/appeals/" + appealId(receipt);
        JsonNode seen = resident.get(path).expect(200).body();
        assertThat(texts(seen.get("allowedActions"))).contains("CONTEST");
        Instant until = Instant.parse(seen.at("/review/askUntil").asString());
        assertThat(Duration.between(Clock.systemUTC().instant(), until).toDays())
                .isBetween(14L, 15L);
        JsonNode asked = my(resident, appealId(receipt), "decline-contests", WHY)
                .expect(200)
                .body();
        assertThat(asked.at("/review/unitName").asString()).isEqualTo("城南街道办事处");
        assertThat(asked.at("/review/decideBy").isNull()).isFalse();
        assertThat(asked.at("/review/askUntil").isNull()).isTrue();
        assertThat(texts(asked.get("allowedActions"))).doesNotContain("CONTEST");
        assertThat(my(resident, appealId(receipt), "decline-contests", WHY)
                        .expect(422)
                        .code())
                .isEqualTo("review-late");
        assertThat(toReview(street())).contains(id);
        assertThat(toReview(dispatcher())).doesNotContain(id);
        assertThat(review(dispatcher(), id, true, "应当受理").expect(422).code()).isEqualTo("review-not-yours");
        JsonNode after = review(street(), id, true, "没有进入诉讼程序，应当受理").expect(200).body();
        assertThat(after.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(after.at("/matter/code").asString()).isEqualTo("prop-lift");
        assertThat(after.get("review").isNull()).isTrue();
        assertThat(toReview(street())).doesNotContain(id);
        JsonNode told = resident.get(path).expect(200).body();
        assertThat(told.get("timeline").toString()).contains("没有进入诉讼程序，应当受理", "睦和物业服务有限公司");
        assertThat(act(dispatcher(), id, "declines", Map.of("reasonCode", "statutory", "words", "再次不予受理"))
                        .expect(422)
                        .code())
                .isEqualTo("review-decided");
    }

    @Test
    void aClerkWritesItDownForACallerAndASustainedOneStaysDeclined() {
        Browser resident = resident();
        JsonNode receipt = declined(resident);
        String id = id(receipt);
        firm().post("/api/tickets/" + id + "/decline-contests", Map.of("reason", "与我无关", "version", 1))
                .expect(404);
        int before = counted("sustained");
        JsonNode asked =
                act(dispatcher(), id, "decline-contests", WHY).expect(200).body();
        assertThat(asked.at("/review/unitName").asString()).isEqualTo("城南街道办事处");
        act(street(), id, "decline-reviews", Map.of("overturned", false, "words", " "))
                .expect(400);
        JsonNode after = act(street(), id, "decline-reviews", Map.of("overturned", false, "words", "确在诉讼中"))
                .expect(200)
                .body();
        assertThat(after.get("status").asString()).isEqualTo("DECLINED");
        assertThat(after.at("/review/decideBy").isNull()).isTrue();
        assertThat(counted("sustained")).isEqualTo(before + 1);
        JsonNode told =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(told.get("timeline").toString()).contains("确在诉讼中", "由受理员代为登记");
        assertThat(texts(told.get("allowedActions"))).doesNotContain("CONTEST");
    }

    @Test
    void theReviewerNamesTheMatterWhereNobodyKnowsIt() {
        Browser resident = resident();
        JsonNode receipt = declined(resident);
        my(resident, appealId(receipt), "decline-contests", WHY).expect(200);
        assertThat(act(street(), id(receipt), "decline-reviews", Map.of("overturned", true, "words", "应当受理"))
                        .expect(422)
                        .code())
                .isEqualTo("review-matter");
    }

    private int counted(String what) {
        Instant now = Clock.systemUTC().instant();
        return street().get(
                        "/api/decline-review-counts?from=" + now.minusSeconds(86_400) + "&to=" + now.plusSeconds(60))
                .expect(200)
                .body()
                .valueStream()
                .mapToInt(row -> row.get(what).asInt())
                .sum();
    }
}
