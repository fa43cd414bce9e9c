package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** 加入邻居 over HTTP: what three people report may be joined by who writes the like; nobody reads anybody's words. */
class JoiningHttpTest extends TicketHttpTest {
    private static final String GRID = "360502001007001";
    private static final String MATTER = "env-vendor";

    private int callers = 71_500_000;

    @Test
    void whatThreePeopleReportMayBeJoinedAndWhatTwoDoMayNot() {
        List<JsonNode> filed = new ArrayList<>();
        filed.add(report("珩璟园门前流动摊贩占道经营，油污满地，路都走不通", MATTER));
        filed.add(report("珩璟园的摊贩占道经营，油污很多，没人管", MATTER));
        assertThat(like("珩璟园摊贩占道经营，油污满地，请清理")).as("two people").isEmpty();
        filed.add(report("请管管珩璟园门前摊贩占道，油污满地", MATTER));
        JsonNode offers = like("珩璟园摊贩占道经营，油污满地，请清理");
        assertThat(offers.size()).isEqualTo(1);
        JsonNode offer = offers.get(0);
        assertThat(offer.get("people").asInt())
                .as("no other number than anybody is told")
                .isGreaterThanOrEqualTo(3)
                .isEqualTo(told());
        assertThat(offer.get("ticketId").asString())
                .isEqualTo(filed.getFirst().get("ticketId").asString());
        assertThat(offer.get("stage").asString()).isIn("RECEIVED", "IN_HAND");
        assertThat(offer.toString()).doesNotContain("珩璟园").doesNotContain("油污");
        assertThat(like("公交车等了一个小时都不来")).as("something else").isEmpty();

        Browser neighbour = resident();
        JsonNode receipt = joining(
                neighbour,
                "珩璟园摊贩占道经营，油污满地，请清理",
                filed.getFirst().get("ticketId").asString());
        assertThat(receipt.get("number").asString())
                .isEqualTo(filed.getFirst().get("number").asString());
        assertThat(receipt.get("joined").asBoolean()).isTrue();
        String own = neighbour
                .get("/api/my/appeals/" + receipt.get("appealId").asString())
                .expect(200)
                .body()
                .get("decision")
                .toString();
        assertThat(receipt.get("decision").toString() + own)
                .as("what decided about a neighbour's words quotes none of them")
                .doesNotContain("油污")
                .doesNotContain("流动");
        assertThat(neighbour.get("/api/my/appeals").expect(200).body().toString())
                .contains(receipt.get("number").asString());
        assertThat(neighbour
                        .get("/api/tickets/" + filed.getFirst().get("ticketId").asString())
                        .status())
                .as("joining opens no door to the ticket itself")
                .isIn(403, 404);
        JsonNode ticket = dispatcher()
                .get("/api/tickets/" + filed.getFirst().get("ticketId").asString())
                .expect(200)
                .body();
        assertThat(ticket.get("appeals").size()).isEqualTo(2);
    }

    @Test
    void brokenLiftsOfSeveralCompoundsAreSeveralThings() {
        for (String compound : List.of("瑗苑小区", "玑苑小区", "璐苑小区", "瑾苑小区")) {
            report(compound + "2栋的电梯又坏了，老人下不了楼", "prop-lift");
        }
        assertThat(like("瑗苑小区3栋的电梯坏了，老人下不了楼").toString()).as("one neighbour").doesNotContain("电梯");
        JsonNode first = report("瑾苑3栋的电梯坏了三天，老人下不了楼", "prop-lift");
        report("瑾苑小区的电梯又坏了，老人困在楼上下不来", "prop-lift");
        JsonNode offers = like("瑾苑小区电梯坏了，老人下不了楼");
        assertThat(offers.valueStream()
                        .filter(each -> each.get("matterName").asString().equals("电梯故障")))
                .singleElement()
                .satisfies(offer -> assertThat(List.of(first, offer).toString())
                        .contains(offer.get("ticketId").asString()));
    }

    @Test
    void whatCannotBeJoinedBecomesATicketOfItsOwn() {
        JsonNode alone = report("鹭鸢园楼道口天天摆摊占道，纸箱堆成山", "env-ads");
        JsonNode receipt =
                joining(resident(), "鹭鸢园楼道口摆摊占道，纸箱成堆", alone.get("ticketId").asString());
        assertThat(receipt.get("number").asString())
                .isNotEqualTo(alone.get("number").asString());
        assertThat(receipt.get("joined").asBoolean()).isFalse();
        assertThat(receipt.get("notJoined").asString()).contains("不是同一件事", "单独立案");
    }

    @Test
    void theReceiptSaysWhyItJoinedNobody() {
        JsonNode over = report("鹭鸢园楼道口天天摆摊占道，纸箱堆成山", "env-ads");
        String id = over.get("ticketId").asString();
        act(dispatcher(), id, "declines", Map.of("reasonCode", "outside", "words", "不属于职责"))
                .expect(200);
        assertThat(joining(resident(), "鹭鸢园楼道口摆摊占道", id).get("notJoined").asString())
                .contains("已经办结或不再办理");
        Map<String, Object> secret = new HashMap<>(appeal("鹭鸢园楼道口摆摊占道", GRID, true));
        secret.put("joinTicketId", id);
        String key = java.util.UUID.randomUUID().toString();
        Browser resident = resident();
        for (int times = 0; times < 2; times++) {
            JsonNode told = resident.post("/api/appeals", json.writeValueAsString(secret), key)
                    .expect(201)
                    .body();
            assertThat(told.get("notJoined").asString()).contains("您要求保密");
        }
        assertThat(submit(resident(), "鹭鸢园楼道口摆摊占道").get("notJoined").isNull()).isTrue();
    }

    /** A clerk says which matter it is, so that it does not hang on what the machine reads. */
    private JsonNode report(String words, String matter) {
        return dispatcher()
                .post(
                        "/api/tickets",
                        Map.of(
                                "channel",
                                "HOTLINE",
                                "caller",
                                Map.of("name", "居民", "phone", "129%08d".formatted(++callers)),
                                "words",
                                words,
                                "place",
                                Map.of("areaCode", GRID),
                                "confidential",
                                false,
                                "matterCode",
                                matter,
                                "outcome",
                                "DISPATCH"))
                .expect(201)
                .body();
    }

    private int told() {
        return browser()
                .get("/api/neighbourhood?area=" + GRID)
                .expect(200)
                .body()
                .get("open")
                .valueStream()
                .filter(group -> group.get("matterCode").asString().equals(MATTER))
                .filter(group -> GRID.startsWith(group.get("areaCode").asString()))
                .mapToInt(group -> group.get("people").asInt())
                .sum();
    }

    private JsonNode like(String words) {
        return resident()
                .post("/api/appeals/understandings", Map.of("words", words, "place", Map.of("areaCode", GRID)))
                .expect(200)
                .body()
                .get("like");
    }

    private static JsonNode joining(Browser neighbour, String words, String ticketId) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "words", words, "photoIds", List.of(), "place", Map.of("areaCode", GRID), "confidential", false));
        body.put("joinTicketId", ticketId);
        return neighbour.post("/api/appeals", body).expect(201).body();
    }
}
