package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each action once over HTTP, along the lives that tickets live. */
class TicketJourneyTest extends TicketHttpTest {
    @Autowired
    private EventLog events;

    @Test
    void oneAppealLivesItsWholeLife() {
        Browser resident = resident();
        Browser firm = firm();
        JsonNode receipt = submit(resident, LIFT);
        String id = id(receipt);
        String appeal = appealId(receipt);
        JsonNode decision = receipt.get("decision");
        assertThat(decision.at("/matter/code").asString()).isEqualTo("prop-lift");
        assertThat(decision.at("/unit/name").asString()).contains("物业");
        assertThat(decision.at("/dutyEntry/basis").asString()).contains("《");
        assertThat(decision.get("steps").size()).isGreaterThan(1);
        assertThat(decision.get("automatic").asBoolean()).isTrue();
        assertThat(receipt.get("number").asString()).matches("\\d{8}-\\d{6}");

        assertThat(texts(ticket(firm, id).get("allowedActions"))).containsExactly("ACCEPT", "RETURN");
        act(firm, id, "acceptances", Map.of()).expect(200);
        String unit = decision.at("/unit/id").asString();
        String post = firm.get("/api/units/" + unit + "/posts")
                .expect(200)
                .body()
                .get(0)
                .get("id")
                .asString();
        act(firm, id, "assignments", Map.of("postId", post)).expect(200);
        act(firm, id, "replies", words("维修人员已到现场")).expect(200);
        act(firm, id, "questions", Map.of("words", "是几单元？")).expect(200);

        JsonNode mine = resident.get("/api/my/appeals/" + appeal).expect(200).body();
        assertThat(mine.get("question").asString()).isEqualTo("是几单元？");
        assertThat(texts(mine.get("allowedActions"))).containsExactly("ANSWER", "WITHDRAW");
        my(resident, appeal, "answers", words("二单元")).expect(200);
        my(resident, appeal, "supplements", words("现在又停了")).expect(200);
        act(firm, id, "resolutions", words("已更换主板，恢复运行")).expect(200);
        JsonNode closed = my(
                        resident,
                        appeal,
                        "verdicts",
                        Map.of("contacted", true, "solved", true, "satisfaction", 5, "comment", "很快"))
                .expect(200)
                .body();
        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/verdict/satisfaction").asInt()).isEqualTo(5);
        assertThat(texts(closed.get("timeline"), "action"))
                .containsExactly(
                        "REGISTER", "DISPATCH", "ACCEPT", "REPLY", "ASK", "ANSWER", "SUPPLEMENT", "RESOLVE", "JUDGE");
        assertThat(events.of(id))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "Registered",
                        "Dispatched",
                        "Accepted",
                        "Assigned",
                        "Replied",
                        "Asked",
                        "Answered",
                        "Supplemented",
                        "Resolved",
                        "Judged",
                        "Closed");
    }

    @Test
    void anUnsolvedResultGoesBackToTheSameUnit() {
        Browser resident = resident();
        Browser firm = firm();
        JsonNode receipt = submit(resident, LIFT);
        resolve(firm, id(receipt));
        JsonNode again = my(
                        resident,
                        appealId(receipt),
                        "verdicts",
                        Map.of("contacted", false, "solved", false, "satisfaction", 1))
                .expect(200)
                .body();
        assertThat(again.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(again.get("verdict").isNull()).isTrue();
        JsonNode ticket = ticket(firm, id(receipt));
        assertThat(texts(ticket.get("parts"), "status")).contains("DONE", "OPEN");
        assertThat(ticket.at("/decision/automatic").asBoolean()).isFalse();
        assertThat(texts(ticket.at("/decision/reasons"), "code")).contains("SAME_UNIT");
        assertThat(events.of(id(receipt))).hasAtLeastOneElementOfType(TicketEvent.Reopened.class);
        resolve(firm, id(receipt));
        my(resident, appealId(receipt), "reopenings", Map.of("reason", "又坏了")).expect(200);
        assertThat(ticket(firm, id(receipt)).get("status").asString()).isEqualTo("DISPATCHED");
    }

    @Test
    void theDispatcherClosesWhatNobodyJudges() {
        Browser dispatcher = dispatcher();
        Browser firm = firm();
        Browser resident = resident();
        JsonNode receipt = submit(resident, LIFT);
        resolve(firm, id(receipt));
        act(firm, id(receipt), "closures", Map.of("words", "自行结案")).expect(403);
        JsonNode closed = act(dispatcher, id(receipt), "closures", Map.of("words", "多次回访无人接听"))
                .expect(200)
                .body();
        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        JsonNode mine =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(texts(mine.get("allowedActions"))).containsExactly("JUDGE", "REOPEN");
        assertThat(mine.toString()).doesNotContain("无人接听");
    }

    @Test
    void aReturnCitesWhoIsResponsible() {
        Browser dispatcher = dispatcher();
        Browser firm = firm();
        String id = id(submit(resident(), LIFT));
        Map<String, String> own =
                Map.of("reasonCode", "not-our-duty", "dutyEntry", "prop-lift@community", "words", "x");
        assertThat(act(firm, id, "returns", own).expect(422).code()).isEqualTo("return-cites-yourself");
        Map<String, String> none = Map.of("reasonCode", "not-our-duty", "dutyEntry", "nothing", "words", "x");
        assertThat(act(firm, id, "returns", none).expect(422).code()).isEqualTo("duty-entry-unknown");
        JsonNode returned =
                act(firm, id, "returns", toTheCity("应由城管负责")).expect(200).body();
        assertThat(returned.get("status").asString()).isEqualTo("TRIAGE");
        assertThat(texts(returned.get("allowedActions"))).isEmpty();
        JsonNode queue = dispatcher
                .get("/api/tickets?queue=triage&q=" + returned.get("number").asString())
                .expect(200)
                .body();
        assertThat(texts(queue.get("items"), "id")).contains(id);
        JsonNode back = act(dispatcher, id, "classifications", Map.of("matterCode", "fac-manhole"))
                .expect(200)
                .body();
        assertThat(back.at("/decision/unit/name").asString()).contains("城市管理");
        assertThat(back.get("urgency").asString()).isEqualTo("EMERGENCY");
    }

    @Test
    void aDispatcherTransfersAndDeclines() {
        Browser dispatcher = dispatcher();
        Browser resident = resident();
        JsonNode receipt = submit(resident, LIFT);
        String street = unit(dispatcher, "street");
        JsonNode moved = act(dispatcher, id(receipt), "transfers", Map.of("unitId", street, "words", "内部：街道协调"))
                .expect(200)
                .body();
        assertThat(moved.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(act(dispatcher, id(receipt), "transfers", Map.of("unitId", street, "words", "again"))
                        .expect(422)
                        .code())
                .isEqualTo("transfer-same-unit");
        JsonNode mine =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(mine.toString()).doesNotContain("内部").contains("城南街道办事处");
        Map<String, String> secret = Map.of("reasonCode", "statutory", "words", "已进入诉讼程序，请向法院查询");
        JsonNode declined =
                act(dispatcher, id(receipt), "declines", secret).expect(200).body();
        assertThat(declined.get("status").asString()).isEqualTo("DECLINED");
        assertThat(texts(declined.get("allowedActions"))).containsExactly("CONTEST");
        mine = resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(texts(mine.get("allowedActions"))).containsExactly("CONTEST");
        assertThat(mine.toString()).contains("请向法院查询", "有管辖权的机关");
    }

    @Test
    void anAuthorWithdraws() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, MANHOLE);
        JsonNode gone = my(resident, appealId(receipt), "withdrawals", Map.of("reason", "已经装好了"))
                .expect(200)
                .body();
        assertThat(gone.get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(my(resident, appealId(receipt), "supplements", words("再说一句"))
                        .expect(422)
                        .code())
                .isEqualTo("ticket-step");
        JsonNode ticket = ticket(dispatcher(), id(receipt));
        assertThat(texts(ticket.get("parts"), "status")).containsOnly("ENDED");
    }

    @Test
    void whatTheMachineIsNotSureOfWaitsForAPersonAndTeaches() {
        Browser dispatcher = dispatcher();
        JsonNode receipt = submitUnclear(resident());
        assertThat(receipt.at("/decision/unit").isNull()).isTrue();
        assertThat(receipt.at("/decision/dueAt").isNull()).isTrue();
        JsonNode suggestions = dispatcher
                .get("/api/tickets/" + id(receipt) + "/suggestions")
                .expect(200)
                .body();
        assertThat(suggestions.size()).isLessThanOrEqualTo(3);
        JsonNode done = act(
                        dispatcher,
                        id(receipt),
                        "classifications",
                        Map.of("matterCode", "noise-life", "areaCode", "360502001007"))
                .expect(200)
                .body();
        assertThat(done.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(done.at("/decision/matter/code").asString()).isEqualTo("noise-life");
        assertThat(done.at("/place/areaPath/3").asString()).isEqualTo("魁星路社区");
        assertThat(done.at("/decision/automatic").asBoolean()).isFalse();
    }

    static String unit(Browser who, String code) {
        for (JsonNode unit : who.get("/api/units").expect(200).body()) {
            if (unit.get("code").asString().equals(code)) {
                return unit.get("id").asString();
            }
        }
        throw new AssertionError("no unit " + code);
    }

    static void resolve(Browser handler, String id) {
        act(handler, id, "acceptances", Map.of()).expect(200);
        act(handler, id, "resolutions", words("已处理")).expect(200);
        assertThat(List.of(ticket(handler, id).get("status").asString())).containsExactly("RESOLVED");
    }
}
