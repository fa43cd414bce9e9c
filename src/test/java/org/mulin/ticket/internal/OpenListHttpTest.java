package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 公开诉求: who is shown what, and what a page costs. */
class OpenListHttpTest extends ClerkTest {
    private static final String LEAK = "prop-leak";

    @Autowired
    private StatementCount statements;

    @Autowired
    private DSLContext sql;

    /** An appeal and its author. */
    private record Filed(Browser author, JsonNode receipt) {
        String number() {
            return receipt.get("number").asString();
        }
    }

    private Filed file(String words, boolean open, boolean confidential) {
        Browser author = resident();
        Map<String, Object> body = new HashMap<>(appeal(words, GRID, confidential));
        body.put("public", open);
        return new Filed(
                author, author.post("/api/appeals", (Object) body).expect(201).body());
    }

    private Filed file(String words) {
        return file(words, true, false);
    }

    private Browser.Answer publish(Filed filed, boolean open) {
        return my(filed.author(), appealId(filed.receipt()), "publicity", Map.of("public", open));
    }

    private void moveTo(Filed filed, String matter) {
        act(
                        urban(),
                        id(filed.receipt()),
                        "returns",
                        Map.of(
                                "reasonCode", "not-our-duty",
                                "dutyEntry", "fac-drain@street",
                                "matterCode", "fac-drain",
                                "words", "请核实"))
                .expect(200);
        act(dispatcher(), id(filed.receipt()), "classifications", Map.of("matterCode", matter))
                .expect(200);
    }

    private List<String> listed(String query) {
        return texts(
                browser()
                        .get("/api/open-tickets?limit=100&" + query)
                        .expect(200)
                        .body()
                        .get("items"),
                "number");
    }

    private void expect(boolean seen, String why, Filed filed) {
        browser().get("/api/open-tickets/" + filed.number()).expect(seen ? 200 : 404);
        boolean inList = listed("area=" + GRID).contains(filed.number());
        assertThat(inList).as(why).isEqualTo(seen);
        assertThat(mine(filed).at("/publicity/shown").asBoolean()).as(why).isEqualTo(seen);
    }

    private JsonNode mine(Filed filed) {
        return filed.author()
                .get("/api/my/appeals/" + appealId(filed.receipt()))
                .expect(200)
                .body();
    }

    private record Case(String why, boolean seen, boolean open, boolean confidential, Consumer<Filed> then) {}

    @Test
    void whoIsShownIsOneTable() {
        Consumer<Filed> nothing = filed -> {};
        List<Case> table = List.of(
                new Case("made public when filed", true, true, false, nothing),
                new Case("never said", false, false, false, nothing),
                new Case(
                        "made public later",
                        true,
                        false,
                        false,
                        filed -> publish(filed, true).expect(200)),
                new Case(
                        "taken back",
                        false,
                        true,
                        false,
                        filed -> publish(filed, false).expect(200)),
                new Case(
                        "confidential",
                        false,
                        false,
                        true,
                        filed -> assertThat(publish(filed, true).expect(422).code())
                                .isEqualTo("appeal-stays-private")),
                new Case("withdrawn", false, true, false, this::withdraw),
                new Case("moved to a matter that is not public", false, true, false, filed -> moveTo(filed, LEAK)),
                new Case("moved to another public matter", true, true, false, filed -> moveTo(filed, "fac-road")));
        for (Case each : table) {
            Filed filed = file(MANHOLE, each.open(), each.confidential());
            each.then().accept(filed);
            expect(each.seen(), each.why(), filed);
        }
    }

    private void withdraw(Filed filed) {
        my(filed.author(), appealId(filed.receipt()), "withdrawals", Map.of("reason", "弄错了"))
                .expect(200);
        assertThat(publish(filed, true).expect(422).code()).isEqualTo("appeal-stays-private");
    }

    @Test
    void takingBackIsAlwaysAllowedAndLeavesATrail() {
        Filed filed = file(MANHOLE);
        moveTo(filed, LEAK);
        assertThat(publish(filed, false)
                        .expect(200)
                        .body()
                        .at("/publicity/wished")
                        .asBoolean())
                .isFalse();
        assertThat(publish(filed, true).expect(422).code()).isEqualTo("appeal-stays-private");
        resident()
                .post(
                        "/api/my/appeals/" + appealId(filed.receipt()) + "/publicity",
                        Map.of("public", false, "version", 1))
                .expect(404);
        filed.author()
                .post(
                        "/api/my/appeals/" + appealId(filed.receipt()) + "/publicity",
                        Map.of("public", false, "version", 1))
                .expect(409);
        int trail = sql.fetchOne(
                        "select count(*) from audit.entry where action = 'appeal.unpublished' and subject_id = {0}",
                        DSL.val(appealId(filed.receipt())))
                .get(0, Integer.class);
        assertThat(trail).isEqualTo(1);
    }

    @Test
    void thePageTellsStageUnitAndMaskedAnswer() {
        Filed filed = file("云栖里小区门口路上窨井盖不见了，打12900001234找我，我叫欧阳小明");
        Browser urban = urban();
        act(urban, id(filed.receipt()), "acceptances", Map.of()).expect(200);
        act(urban, id(filed.receipt()), "replies", words("内部进展不公开")).expect(200);
        assertThat(open(filed).get("stage").asString()).isEqualTo("IN_HAND");
        assertThat(open(filed).get("answeredAt").isNull()).isTrue();
        act(
                        urban,
                        id(filed.receipt()),
                        "resolutions",
                        Map.of("words", "已更换井盖，电话12900005678", "photoIds", List.of(upload(urban))))
                .expect(200);
        JsonNode seen = open(filed);
        assertThat(seen.get("stage").asString()).isEqualTo("ANSWERED");
        assertThat(seen.get("answeredAt").isNull()).isFalse();
        assertThat(seen.at("/voices/0/words").asString()).contains("窨井盖").doesNotContain("12900001234", "欧阳");
        assertThat(mine(filed).at("/publicity/words")).isEqualTo(seen.at("/voices/0/words"));
        assertThat(texts(seen.get("areaPath"))).containsExactly("城南街道", "百花湖社区");
        assertThat(texts(seen.get("steps"), "action")).containsExactly("REGISTER", "DISPATCH", "ACCEPT", "RESOLVE");
        assertThat(seen.at("/steps/3/words").asString()).isEqualTo("已更换井盖，电话***");
        assertThat(seen.toString()).doesNotContain("内部进展", "12900005678");
    }

    @Test
    void whatNobodyHasDecidedIsReadByItsAuthorAndBecomesPublicWithItsMatter() {
        Filed filed = file("嗯嗯啊啊，不知道怎么说才好");
        JsonNode mine = filed.author()
                .get("/api/my/appeals/" + appealId(filed.receipt()))
                .expect(200)
                .body();
        assertThat(mine.at("/publicity/shown").asBoolean()).isFalse();
        assertThat(mine.at("/publicity/wished").asBoolean()).isTrue();
        publish(filed, false).expect(200);
        publish(filed, true).expect(200);
        assertThat(listed("")).doesNotContain(filed.number());
    }

    @Test
    void nobodyWhoIsKnownIsNamed() {
        Filed filed = file("欧阳小明家门口路上窨井盖不见了，请联系我先生李建国");
        Browser urban = urban();
        act(urban, id(filed.receipt()), "acceptances", Map.of()).expect(200);
        act(
                        urban,
                        id(filed.receipt()),
                        "resolutions",
                        Map.of("words", "已与欧阳小明当面确认", "photoIds", List.of(upload(urban))))
                .expect(200);
        assertThat(open(filed).toString()).contains("窨井盖", "当面确认").doesNotContain("欧阳小明", "李建国");
    }

    @Test
    void theAnswerIsNotToldWhereAConfidentialAppealHasJoined() {
        Filed filed = file("云栖里小区北门路上窨井盖不见了");
        String id = id(filed.receipt());
        Map<String, Object> secret = call("我也看到井盖没了，别说是我", from(newPhone()));
        secret.put("confidential", true);
        secret.put("version", ticket(dispatcher(), id).get("version").asLong());
        seat().post("/api/tickets/" + id + "/appeals", (Object) secret).expect(201);
        Browser urban = urban();
        act(urban, id, "acceptances", Map.of()).expect(200);
        act(urban, id, "resolutions", Map.of("words", "已更换井盖", "photoIds", List.of(upload(urban))))
                .expect(200);
        JsonNode seen = open(filed);
        assertThat(seen.get("voices").size()).isEqualTo(1);
        assertThat(texts(seen.get("steps"), "action")).containsExactly("REGISTER", "DISPATCH", "ACCEPT", "RESOLVE");
        assertThat(seen.toString()).doesNotContain("已更换井盖", "别说是我");
    }

    private JsonNode open(Filed filed) {
        return browser().get("/api/open-tickets/" + filed.number()).expect(200).body();
    }

    @Test
    void twoCharactersFindWordsAndMattersButNotWhatIsMasked() {
        String rare = "桫椤";
        Filed filed = file("门口的" + rare + "树旁边窨井盖不见了，电话12900007788");
        assertThat(listed("q=" + rare)).containsExactly(filed.number());
        assertThat(listed("q=" + rare + "&stage=RECEIVED&matter=fac")).containsExactly(filed.number());
        assertThat(listed("q=" + rare + "&matter=env")).isEmpty();
        assertThat(listed("q=" + rare + "&stage=ANSWERED")).isEmpty();
        assertThat(listed("q=12900007788")).isEmpty();
        assertThat(listed("q=井盖缺损")).as("the name of the matter").contains(filed.number());
        assertThat(listed("q=" + filed.number())).containsExactly(filed.number());
        for (String bad : List.of("q=树", "area=999", "matter=none", "stage=CLOSED", "cursor=x", "limit=0")) {
            browser().get("/api/open-tickets?" + bad).expect(400);
        }
    }

    @Test
    void pagesGoOnWhereTheyEndedAndCostTheSame() {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            filed.add(file(MANHOLE).number());
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/open-tickets?limit=1&area=" + GRID + "&cursor=" + cursor;
            assertThat(statements.during("ticket", () -> browser().get(path).expect(200)))
                    .isEqualTo(1);
            JsonNode page = browser().get(path).expect(200).body();
            walked.addAll(texts(page.get("items"), "number"));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty() && walked.size() < filed.size());
        assertThat(walked).containsExactlyElementsOf(filed.reversed());
        assertThat(statements.during(
                        "ticket",
                        () -> browser()
                                .get("/api/open-tickets/" + filed.getFirst())
                                .expect(200)))
                .as("the appeals, whom they name, the steps")
                .isEqualTo(3);
    }

    @Test
    void aVisitorMayNotReadTheCityDry() {
        Browser resident = resident();
        String account =
                resident.get("/api/session").expect(200).body().get("accountId").asString();
        sql.execute(
                "insert into access.attempt (id, bucket, at) select gen_random_uuid(), {0}, now()"
                        + " from generate_series(1, 600)",
                DSL.val("open-tickets:" + account));
        resident.get("/api/open-tickets").expect(429);
        resident.get("/api/open-tickets/" + UUID.randomUUID()).expect(429);
        resident.get("/api/neighbourhood?area=" + GRID).expect(429);
        browser().get("/api/open-tickets").expect(200);
    }

    @Test
    void mattersToChooseFromArePublicOnes() {
        JsonNode classes = browser().get("/api/open-matters").expect(200).body();
        assertThat(texts(classes, "code")).contains("fac").doesNotContain("nei", "lab");
        assertThat(classes.toString()).contains("fac-manhole").doesNotContain(LEAK);
    }
}
