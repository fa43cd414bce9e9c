package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** 热点问题 over HTTP: who sees what of which area, by which formula; names that stay; one alarm each. */
class HotHttpTest extends MulinHttpTest {
    private static final String GRID = "360502001001002";
    private static final String[] WORDS = {
        "%s沙场夜里加工石料，噪音很大，住户睡不着觉",
        "%s沙场晚上还在加工石料，噪音扰民，请处理",
        "投诉%s沙场夜间加工石料噪音大，老人睡不着",
        "我家旁边%s沙场天天晚上加工石料，噪音吵得睡不着",
        "%s沙场半夜加工石料，噪音何时能停"
    };

    private static final String[] OTHERS = {
        "%s菜场门口污水横流，鱼腥味很重，路过都要捂鼻子", "%s菜场污水没人清理，鱼腥味太重", "请清理%s菜场门口的污水，腥味难闻", "%s菜场的污水流到路上，鱼腥味熏人"
    };

    private static final String[] MERGED = {
        "%s桥头的公交站台顶棚塌了一半，下雨没处躲", "%s桥头公交站台顶棚塌了，等车的人被淋", "请修一修%s桥头公交站台塌掉的顶棚", "%s桥头站台顶棚塌下来，差点砸到等车的人"
    };

    private static final String[] APART = {
        "%s桥下暗渠盖板断了三块，骑车差点掉进去", "%s桥下暗渠的盖板断了，黑洞洞的很危险", "请修%s桥下断掉的暗渠盖板", "%s桥下暗渠盖板断裂，夜里看不见"
    };

    private static final String[] AGAIN = {
        "%s广场的健身器材全锈了，扶手割手", "%s广场健身器材生锈，扶手割破了孩子的手", "请换掉%s广场生锈的健身器材", "%s广场健身器材锈坏了没人管"
    };

    private static final String[] LANE = {
        "%s巷的下水道堵了，污水漫到路上", "%s巷下水道又堵了，污水漫了一地", "请疏通%s巷的下水道，污水漫出来了", "%s巷污水漫到路上，下水道堵了没人管"
    };

    @Autowired
    private HotKeeper keeper;

    @Autowired
    private JdbcTemplate rows;

    private void report(String name, int many) {
        report(WORDS, name, many);
    }

    private void report(String[] said, String name, int many) {
        for (int i = 0; i < many; i++) {
            resident()
                    .post(
                            "/api/appeals",
                            Map.of(
                                    "words", said[i % said.length].formatted(name),
                                    "photoIds", List.of(),
                                    "place", Map.of("areaCode", GRID),
                                    "confidential", false))
                    .expect(201);
        }
    }

    private static Optional<JsonNode> issue(Browser who, String name, String query) {
        return who.get("/api/insight/hot?" + query)
                .expect(200)
                .body()
                .get("issues")
                .valueStream()
                .filter(each -> each.get("words").toString().contains(name))
                .findFirst();
    }

    @Test
    void whatManySayIsNamedOnceAndKeepsItsNameAndAlarmsOnce() {
        Browser leader = staffOnPost("city-leader");
        report("澜霁", 2);
        assertThat(issue(leader, "澜霁", "")).as("two people").isEmpty();
        report("澜霁", 5);
        JsonNode before = issue(leader, "澜霁", "").orElseThrow();
        assertThat(before.get("people").asInt()).isEqualTo(7);
        assertThat(before.get("messages").asInt()).isEqualTo(7);
        assertThat(before.get("score").asDouble()).isEqualTo(7);
        assertThat(before.get("ticketIds").size()).isEqualTo(7);
        assertThat(before.at("/standing/open").asInt()).isEqualTo(7);
        assertThat(before.get("trend").valueStream().mapToInt(JsonNode::asInt).sum())
                .isEqualTo(7);
        assertThat(before.at("/rise/rising").asBoolean()).isTrue();
        assertThat(before.at("/rise/lately").asInt()).isEqualTo(7);
        assertThat(before.at("/rise/before").asInt()).isZero();

        keeper.look();
        JsonNode named = issue(leader, "澜霁", "").orElseThrow();
        assertThat(named.get("id").isNull()).isFalse();
        assertThat(named.get("toldAt").isNull()).isFalse();
        assertThat(named.at("/changes/0/kind").asString()).isEqualTo("FOUND");
        report("澜霁", 1);
        keeper.look();
        JsonNode later = issue(leader, "澜霁", "").orElseThrow();
        assertThat(later.get("id")).isEqualTo(named.get("id"));
        assertThat(later.get("toldAt")).isEqualTo(named.get("toldAt"));
        assertThat(later.get("changes").size()).isEqualTo(1);

        Browser coordinator = staffOnPost("street-coordinator");
        assertThat(coordinator
                        .get("/api/inbox")
                        .expect(200)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(message -> message.get("text").asString().startsWith("热点预警"))
                        .filter(message -> message.get("subjectId").equals(named.get("id"))))
                .hasSize(1);
    }

    @Test
    void onlyWhatLiesInTheReadersAreaAndOnlyForThoseWhoActOnIt() {
        report(OTHERS, "禾筠", 4);
        assertThat(issue(staffOnPost("street-coordinator"), "禾筠", "")).isPresent();
        assertThat(issue(staffOnPost("city-leader"), "禾筠", "area=360502001001")).isPresent();
        assertThat(issue(staffOnPost("city-leader"), "禾筠", "from=2020-01-01&to=2020-01-31"))
                .isEmpty();
        staffOnPost("baihuahu-clerk").get("/api/insight/hot?area=360502000000").expect(404);
        Browser community = staffOnPost("baihuahu-clerk");
        report(LANE, "洵沚", 4);
        rows.update("update ticket.ticket set confidential = true where id ="
                + " (select ticket_id from ticket.appeal where words like '%洵沚%' order by id limit 1)");
        List<String> offered = ids(issue(community, "洵沚", "").orElseThrow().get("openIds"));
        assertThat(ids(issue(staffOnPost("city-leader"), "洵沚", "").orElseThrow().get("openIds")).stream()
                        .filter(id -> community.get("/api/tickets/" + id).status() == 200))
                .as("what it may not read it may neither merge nor whistle for")
                .containsExactlyElementsOf(offered)
                .hasSizeLessThan(4);
        resident().get("/api/insight/hot").expect(403);
        staffOnPost("grid-1-worker").get("/api/insight/hot").expect(403);
    }

    private static List<String> ids(JsonNode of) {
        return of.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> changes(JsonNode issue) {
        return issue.get("changes")
                .valueStream()
                .map(change -> change.get("kind").asString())
                .toList();
    }

    /** The tickets were one issue before, and then two others: as if more messages had told them apart. */
    @Test
    void whatComesApartAndTogetherIsExplained() {
        Browser leader = staffOnPost("city-leader");
        report(APART, "苕霅", 5);
        keeper.look();
        JsonNode whole = issue(leader, "苕霅", "").orElseThrow();
        UUID id = UUID.fromString(whole.get("id").asString());
        UUID part = UUID.fromString(whole.at("/ticketIds/0").asString());

        UUID other = UUID.randomUUID();
        rows.update(
                "insert into insight.hot_issue (id, area_key, place, words, people, found_at)"
                        + " values (?, ?, '小桥', '{}', 3, now())",
                other,
                GRID);
        rows.update("update insight.hot_ticket set issue_id = ? where ticket_id = ?", other, part);
        keeper.look();
        JsonNode merged = issue(leader, "苕霅", "").orElseThrow();
        assertThat(merged.get("id")).isEqualTo(whole.get("id"));
        assertThat(changes(merged)).containsExactly("MERGED", "FOUND");
        assertThat(merged.at("/changes/0/otherPlace").asString()).isEqualTo("小桥");

        report(AGAIN, "蘅皋", 4);
        hold(id, issue(leader, "蘅皋", "").orElseThrow().get("ticketIds"));
        keeper.look();
        JsonNode split = issue(leader, "蘅皋", "").orElseThrow();
        assertThat(split.get("id")).isNotEqualTo(whole.get("id"));
        assertThat(changes(split)).containsExactly("SPLIT");
        assertThat(split.at("/changes/0/otherPlace").asString())
                .isEqualTo(rows.queryForObject("select place from insight.hot_issue where id = ?", String.class, id));
    }

    /** As if these tickets had belonged to the issue. */
    private void hold(UUID issueId, JsonNode ticketIds) {
        ticketIds.forEach(ticket -> rows.update(
                "insert into insight.hot_ticket (ticket_id, issue_id) values (?::uuid, ?)"
                        + " on conflict (ticket_id) do update set issue_id = excluded.issue_id",
                ticket.asString(),
                issueId));
    }

    @Test
    void mergedTicketsFoldIntoTheOneThatGoesOn() {
        Browser leader = staffOnPost("city-leader");
        report(MERGED, "榆槐", 5);
        JsonNode before = issue(leader, "榆槐", "").orElseThrow();
        assertThat(before.get("openIds").size()).isEqualTo(5);
        keeper.look();
        String id = issue(leader, "榆槐", "").orElseThrow().get("id").asString();
        Browser dispatcher = staffOnPost("hotline-clerk");
        JsonNode plan = dispatcher
                .post("/api/merge-plans", Map.of("ticketIds", before.get("openIds")))
                .expect(200)
                .body();
        List<Map<String, Object>> others = new ArrayList<>();
        for (JsonNode row : plan.get("tickets")) {
            others.add(Map.of(
                    "id",
                    row.get("id").asString(),
                    "version",
                    row.get("version").asLong()));
        }
        String proposed = plan.get("proposedId").asString();
        assertThat(proposed)
                .as("the oldest that a unit has goes on")
                .isEqualTo(before.at("/openIds/0").asString());
        Map<String, Object> kept = others.stream()
                .filter(each -> proposed.equals(each.get("id")))
                .findFirst()
                .orElseThrow();
        others.remove(kept);
        dispatcher
                .post(
                        "/api/tickets/" + kept.get("id") + "/merges",
                        Map.of("tickets", others, "words", "同一沙场", "version", kept.get("version")))
                .expect(200);
        keeper.look();
        JsonNode after = issue(leader, "榆槐", "").orElseThrow();
        assertThat(after.get("id").asString()).as("the same issue").isEqualTo(id);
        assertThat(after.get("tickets").asInt()).isEqualTo(1);
        assertThat(after.get("people").asInt()).isEqualTo(5);
        assertThat(after.get("joined").asInt()).isEqualTo(4);
        assertThat(after.at("/standing/open").asInt()).isEqualTo(1);
        assertThat(after.get("openIds").size()).isEqualTo(1);
    }
}
