package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.Ids;
import org.mulin.base.MulinHttpTest;
import org.mulin.triage.Correction;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A model is tried before it serves, and a person puts an earlier one back: the next words are read by it. */
class ModelsHttpTest extends MulinHttpTest {
    private static final String GRID = "360502001001001";

    @Autowired
    private Triage triage;

    @Autowired
    private Teacher teacher;

    @Autowired
    private ModelKeeper models;

    @Autowired
    private JdbcTemplate rows;

    private Browser keeper;

    @BeforeEach
    void keeper() {
        keeper = staffOnPost("hotline-model-keeper");
    }

    @AfterEach
    void forget() {
        FirstModel.again(rows, models);
    }

    @Test
    void aWorseModelIsRefusedAndAPersonPutsAnEarlierOneBack() {
        long first = serving();
        teach(Slang.taught(30, 0), false);
        teach(Slang.heldBack(24), false);
        long better = learn();
        assertThat(better).isGreaterThan(first);
        JsonNode card = card(better);
        assertThat(card.get("state").asString()).isEqualTo("SERVING");
        assertThat(card.get("confirmed").asInt()).isEqualTo(120);
        assertThat(card.get("trial").get("tickets").asInt()).isEqualTo(24);
        assertThat(card.get("trial").get("right").asInt())
                .isGreaterThan(card.get("rival").get("right").asInt());
        assertThat(card.get("rival").get("version").asLong()).isEqualTo(first);
        assertThat(read("阎王坑又张嘴了").get("matter").get("code").asString()).isEqualTo("fac-road");
        assertThat(card.at("/steps/0/who").asString()).isEqualTo("系统");
        keeper.reading("en");
        assertThat(card(better).at("/steps/0/who").asString()).isEqualTo("System");
        keeper.reading("zh-CN");

        teach(Slang.taught(90, 1_000), true);
        assertThat(learn()).isEqualTo(better);
        JsonNode worse = page("state=REFUSED").get(0);
        assertThat(worse.get("rival").get("version").asLong()).isEqualTo(better);
        assertThat(worse.get("trial").get("right").asInt())
                .isLessThan(worse.get("rival").get("right").asInt());
        assertThat(worse.get("steps").get(0).get("why").asString()).contains("少于 " + better + " 号模型");
        assertThat(read("阎王坑又张嘴了").get("matter").get("code").asString()).isEqualTo("fac-road");
        assertThat(putBack(worse.get("version").asLong(), better, "试一下")
                        .expect(422)
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("model-refused");

        putBack(first, better, "新模型把路面问题都当成坑人").expect(200);
        assertThat(read("阎王坑又张嘴了").get("matter").isNull())
                .as("not sure enough to be named")
                .isTrue();
        assertThat(serving()).isEqualTo(first);
        JsonNode steps = card(better).get("steps");
        assertThat(steps.get(1).get("state").asString()).isEqualTo("ROLLED_BACK");
        assertThat(steps.get(1).get("why").asString()).isEqualTo("已回退到 " + first + " 号模型：新模型把路面问题都当成坑人");
        assertThat(steps.get(1).get("who").asString()).startsWith("测试");
        assertThat(rows.queryForObject(
                        "select count(*) from audit.entry where action = 'triage.put-back' and detail = ?",
                        Integer.class,
                        "instead of " + better))
                .isEqualTo(1);

        // what is learnt next is compared with what a person chose
        triage.learn(new Correction(Ids.next(), new Text("半夜蹦迪", "没完没了"), "noise-life"));
        learn();
        assertThat(page("").get(0).get("rival").get("version").asLong()).isEqualTo(first);
    }

    @Test
    void onlyWhoKeepsThemAndSawWhatServesChangesIt() {
        long first = serving();
        teach(Slang.taught(1, 0), false);
        long second = learn();
        Browser clerk = staffOnPost("street-clerk");
        clerk.get("/api/models").expect(403);
        clerk.get("/api/models/service").expect(403);
        clerk.get("/api/models/" + first).expect(403);
        clerk.get("/api/models/" + first + "/comparison?with=" + second).expect(403);
        clerk.post("/api/models/" + first + "/services", Map.of("reason", "试试", "inService", second))
                .expect(403);
        resident().get("/api/models").expect(403);
        keeper.get("/api/models/999999").expect(404);
        putBack(999_999, second, "没有的").expect(404);
        putBack(first, first, "看到的是旧的").expect(409);
        assertThat(putBack(second, second, "本来就在用")
                        .expect(422)
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("model-in-service");
        keeper.post("/api/models/" + first + "/services", Map.of("reason", " \u200b", "inService", second))
                .expect(400);
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(Map.of("reason", "回退一次", "inService", second));
        keeper.post("/api/models/" + first + "/services", body, key).expect(200);
        keeper.post("/api/models/" + first + "/services", body, key).expect(200);
        assertThat(card(first).get("steps").size()).isEqualTo(3);
        rows.update("update triage.model set bytes = null where version = ?", second);
        assertThat(putBack(second, first, "内容没了").expect(422).body().get("code").asString())
                .isEqualTo("model-gone");
        JsonNode newest = keeper.get("/api/models?limit=1").expect(200).body();
        assertThat(newest.get("items").get(0).get("version").asLong()).isEqualTo(second);
        JsonNode next = keeper.get(
                        "/api/models?limit=1&cursor=" + newest.get("next").asString())
                .expect(200)
                .body();
        assertThat(next.get("items").get(0).get("version").asLong()).isLessThan(second);
    }

    /** Seen by a tester: a few decisions about vague texts, and the machine dispatched another vague one at 99 %. */
    @Test
    void whatAFewDecisionsTaughtSendsNothingOutAlone() {
        Browser dispatcher = staffOnPost("hotline-clerk");
        for (String words : List.of("那个事", "又来了", "还是那样", "好了没", "在那边", "怎么办", "不行啊", "没有用")) {
            String id = file("嗯嗯啊啊" + words);
            JsonNode ticket = dispatcher.get("/api/tickets/" + id).expect(200).body();
            dispatcher
                    .post(
                            "/api/tickets/" + id + "/classifications",
                            Map.of(
                                    "matterCode",
                                    "fac-lamp",
                                    "version",
                                    ticket.get("version").asLong()))
                    .expect(200);
        }
        learn();
        String id = file("嗯嗯啊啊那个事");
        JsonNode ticket = dispatcher.get("/api/tickets/" + id).expect(200).body();
        assertThat(ticket.get("status").asString()).isEqualTo("TRIAGE");
        JsonNode decision = ticket.get("decision");
        assertThat(decision.get("matter").get("code").asString()).isEqualTo("fac-lamp");
        assertThat(decision.get("matter").get("confidence").asDouble()).isGreaterThan(0.85);
        List<String> why = new ArrayList<>();
        decision.get("reasons").forEach(reason -> why.add(reason.get("text").asString()));
        assertThat(why).anyMatch(text -> text.contains("仅有 8 件人工确认") && text.contains("未达 20 件"));
        assertThat(dispatcher
                        .get("/api/tickets/" + id + "/suggestions")
                        .expect(200)
                        .body()
                        .get(0)
                        .get("matterCode")
                        .asString())
                .isEqualTo("fac-lamp");
        assertThat(dispatcher
                        .get("/api/tickets/" + id + "/replays")
                        .expect(200)
                        .body()
                        .get("same")
                        .asBoolean())
                .isTrue();
    }

    private Browser.Answer putBack(long version, long inService, String reason) {
        return keeper.post("/api/models/" + version + "/services", Map.of("reason", reason, "inService", inService));
    }

    private JsonNode card(long version) {
        return keeper.get("/api/models/" + version).expect(200).body();
    }

    private JsonNode page(String query) {
        return keeper.get("/api/models?" + query).expect(200).body().get("items");
    }

    private long serving() {
        return keeper.get("/api/models/service")
                .expect(200)
                .body()
                .get("serving")
                .get("version")
                .asLong();
    }

    /** @return what serves then */
    private long learn() {
        teacher.learn();
        models.load();
        return Objects.requireNonNull(models.served()).version();
    }

    private JsonNode read(String words) {
        return resident()
                .post("/api/appeals/understandings", Map.of("words", words, "place", Map.of("areaCode", GRID)))
                .expect(200)
                .body();
    }

    private String file(String words) {
        return resident()
                .post(
                        "/api/appeals",
                        Map.of(
                                "words",
                                words,
                                "photoIds",
                                List.of(),
                                "place",
                                Map.of("areaCode", GRID),
                                "confidential",
                                false,
                                "contactName",
                                "欧阳小明"))
                .expect(201)
                .body()
                .get("ticketId")
                .asString();
    }

    /** @param wrong whether each is taken for the next matter, as when somebody decides without looking */
    private void teach(List<Correction> corrections, boolean wrong) {
        List<String> codes = Slang.MEANT.values().stream().sorted().toList();
        corrections.forEach(one -> triage.learn(
                wrong
                        ? new Correction(
                                one.source(),
                                one.text(),
                                codes.get((codes.indexOf(one.matterCode()) + 1) % codes.size()))
                        : one));
    }
}
