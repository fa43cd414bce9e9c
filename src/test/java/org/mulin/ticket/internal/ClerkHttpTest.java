package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Clerks take appeals in at the phone and the counter. */
class ClerkHttpTest extends ClerkTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private EventLog events;

    @Test
    void aCallBecomesATicketAndTheCallerHearsNumberUnitDeadlineAndCode() {
        String phone = newPhone();
        JsonNode told = take(seat(), LIFT, from(phone));
        assertThat(told.get("number").asString()).matches("\\d{8}-\\d{6}");
        assertThat(told.at("/unit/name").asString()).contains("物业");
        assertThat(told.get("dueAt").isNull()).isFalse();
        assertThat(told.at("/duty/basis").asString()).contains("《");
        String code = told.get("queryCode").asString();
        JsonNode asked = browser()
                .post("/api/appeal-queries", Map.of("queryCode", code))
                .expect(200)
                .body();
        assertThat(asked.get("number")).isEqualTo(told.get("number"));
        JsonNode ticket = ticket(dispatcher(), id(told));
        assertThat(ticket.at("/appeals/0/channel").asString()).isEqualTo("HOTLINE");
        assertThat(ticket.at("/appeals/0/contact/phoneMasked").asString()).matches("129\\*{4}\\d{4}");
        assertThat(ticket.at("/appeals/0/contact/nameMasked").asString()).isEqualTo("欧***");
        assertThat(ticket.toString()).doesNotContain(phone, "欧阳小明");
        assertThat(ticket.at("/timeline/0/who").asString()).contains("热线");
    }

    @Test
    void aCallerMayStayWithoutNameAndNumber() {
        JsonNode told = take(seat(), LIFT, Map.of("channel", "COUNTER"));
        JsonNode ticket = ticket(dispatcher(), id(told));
        assertThat(ticket.at("/appeals/0/contact").isNull()).isTrue();
        assertThat(ticket.at("/appeals/0/channel").asString()).isEqualTo("COUNTER");
    }

    @Test
    void aCallerWithAnAccountFindsItThere() {
        String phone = newPhone();
        Browser resident = resident(phone);
        JsonNode other = take(seat(), LIFT, from(newPhone()));
        Map<String, Object> more = call("我家也是", from(phone));
        more.put("version", ticket(dispatcher(), id(other)).get("version").asLong());
        Browser.Answer joined = seat().post("/api/tickets/" + id(other) + "/appeals", (Object) more);
        JsonNode mine = resident.get(
                        "/api/my/appeals/" + appealId(joined.expect(201).body()))
                .expect(200)
                .body();
        assertThat(mine.get("words").asString()).isEqualTo("我家也是");
        assertThat(texts(mine.get("timeline"), "action")).containsExactly("JOIN");
        assertThat(mine.toString()).doesNotContain("老人下不了楼");
        JsonNode informed = take(
                seat(), "社保卡丢了怎么办", Map.of("outcome", "INFORM", "answer", "可当场补卡", "caller", Map.of("phone", phone)));
        assertThat(my(resident, appealId(informed), "reopenings", Map.of("reason", "没说清"))
                        .expect(200)
                        .body()
                        .at("/decision/unit/name")
                        .asString())
                .contains("热线");
    }

    @Test
    void theClerksMatterDecidesAndTeaches() {
        JsonNode told = take(seat(), "嗯嗯啊啊", Map.of("matterCode", "fac-manhole"));
        assertThat(told.at("/unit/name").asString()).contains("城市管理");
        JsonNode decision = ticket(dispatcher(), id(told)).get("decision");
        assertThat(decision.get("automatic").asBoolean()).isFalse();
        assertThat(texts(decision.get("reasons"), "text")).contains("受理员登记时确定事项为“井盖缺损”");
        assertThat(sql.fetchValue("select matter from triage.correction where source = ?", UUID.fromString(id(told))))
                .isEqualTo("fac-manhole");
    }

    @Test
    void onlyThoseWhoTakeAppealsInMay() {
        resident().post("/api/tickets", (Object) call(LIFT, Map.of())).expect(404);
        assertThat(firm().post("/api/tickets", (Object) call(LIFT, Map.of()))
                        .expect(403)
                        .code())
                .isEqualTo("right-missing");
        browser().post("/api/tickets", (Object) call(LIFT, Map.of())).expect(401);
        for (String path : List.of("/api/intake/understandings", "/api/intake/callers")) {
            Map<String, Object> body = Map.of("words", LIFT, "place", Map.of("areaCode", GRID), "phone", "12900000001");
            firm().post(path, body).expect(403);
            resident().post(path, body).expect(404);
        }
        take(window(), LIFT, Map.of("channel", "COUNTER"));
    }

    @ParameterizedTest
    @CsvSource({
        "words,' ',400,words",
        "channel,WEB,400,channel",
        "channel,PIGEON,400,channel",
        "outcome,INFORM,400,answer",
        "outcome,DECLINE,400,answer",
        "matterCode,moon-shine,422,matterCode",
        "phone,12,400,caller.phone",
        "areaCode,999999999999,422,place.areaCode",
        "reasonCode,because,422,reasonCode",
    })
    void whatCannotBeTakenIsNamed(String field, String value, int status, String named) {
        Map<String, Object> body = call(LIFT, Map.of());
        switch (field) {
            case "phone" -> body.put("caller", Map.of("phone", value));
            case "areaCode" -> body.put("place", Map.of("areaCode", value));
            case "reasonCode" -> body.putAll(Map.of("outcome", "DECLINE", "answer", "不归我们管", "reasonCode", value));
            default -> body.put(field, value);
        }
        Browser.Answer answer = seat().post("/api/tickets", (Object) body).expect(status);
        assertThat(texts(answer.body().get("errors"), "field")).contains(named);
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        Browser.Answer answer = seat().post("/api/tickets", Map.of()).expect(400);
        assertThat(texts(answer.body().get("errors"), "field"))
                .containsExactlyInAnyOrder("channel", "words", "place", "confidential", "outcome");
    }

    @Test
    void aRepeatedKeyTakesOnce() {
        Browser seat = seat();
        String key = UUID.randomUUID().toString();
        String body = json.writeValueAsString(call(LIFT, from(newPhone())));
        JsonNode first = seat.post("/api/tickets", body, key).expect(201).body();
        assertThat(seat.post("/api/tickets", body, key).expect(201).body()).isEqualTo(first);
    }

    @Test
    void whatAClerkKnowsIsAnsweredAtOnceAndTheTicketEnds() {
        JsonNode told = take(
                seat(),
                "低保怎么申请，需要什么材料？",
                Map.of("matterCode", "wel-relief", "outcome", "INFORM", "answer", "请到街道申请，工单号{编号}。"));
        assertThat(told.get("status").asString()).isEqualTo("CLOSED");
        assertThat(told.at("/unit/name").asString()).contains("热线");
        assertThat(told.get("dueAt").isNull()).isTrue();
        JsonNode ticket = ticket(dispatcher(), id(told));
        assertThat(texts(ticket.get("timeline"), "action")).containsExactly("REGISTER", "INFORM");
        assertThat(ticket.at("/timeline/1/words").asString())
                .isEqualTo("请到街道申请，工单号" + told.get("number").asString() + "。");
        assertThat(ticket.at("/matter/code").asString()).isEqualTo("wel-relief");
        assertThat(texts(ticket.get("parts"), "status")).containsExactly("DONE");
        assertThat(ticket.at("/decision/reasons").toString()).contains("当场答复");
        assertThat(events.of(id(told)))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Registered", "Closed");
    }

    @Test
    void aRefusalCitesItsReasonAndTheWayThatIsOpen() {
        for (String reason :
                texts(seat().get("/api/decline-reasons").expect(200).body(), "code")) {
            JsonNode told = take(
                    seat(),
                    "法院判了我不服，你们给我改判",
                    Map.of("outcome", "DECLINE", "reasonCode", reason, "answer", "请通过法定途径解决"));
            assertThat(told.get("status").asString()).isEqualTo("DECLINED");
            assertThat(told.get("unit").isNull()).isTrue();
        }
        JsonNode told = take(
                seat(),
                "法院判了我不服，你们给我改判",
                Map.of("outcome", "DECLINE", "reasonCode", "statutory", "answer", "请通过法定途径解决"));
        JsonNode refusal = ticket(dispatcher(), id(told)).at("/timeline/1");
        assertThat(refusal.get("note").asString()).contains("诉讼", "有管辖权的机关");
        assertThat(refusal.get("words").asString()).isEqualTo("请通过法定途径解决");
    }

    @Test
    void whoSignsInLaterFindsWhatWasTakenDownForTheirNumber() {
        String phone = newPhone();
        Map<String, Object> refused = new HashMap<>(from(phone));
        refused.putAll(Map.of("outcome", "DECLINE", "reasonCode", "statutory", "answer", "请通过法定途径解决"));
        String declined = take(seat(), "法院判了我不服，你们给我改判", refused).get("number").asString();
        JsonNode old = take(seat(), LIFT, from(phone));
        sql.execute(
                "update ticket.appeal set submitted_at = submitted_at - interval '3 years' where id = ?::uuid",
                appealId(old));
        JsonNode typed = take(seat(), LIFT, from(phone));
        sql.execute("update ticket.appeal set channel = 'OPEN311' where id = ?::uuid", appealId(typed));

        Browser resident = resident(phone);
        JsonNode mine = resident.get("/api/my/appeals").expect(200).body().get("items");
        assertThat(texts(mine, "number"))
                .as("neither what a former owner of the number said nor what another program wrote")
                .containsExactly(declined);
        assertThat(mine.at("/0/dueAt").isNull()).isTrue();
        JsonNode whole = resident.get("/api/my/appeals/" + mine.at("/0/id").asString())
                .expect(200)
                .body();
        assertThat(whole.get("decision").isNull()).isTrue();
        assertThat(whole.get("timeline").toString()).contains("请通过法定途径解决", "有管辖权的机关");
        assertThat(resident().get("/api/my/appeals").expect(200).body().get("items"))
                .isEmpty();
    }
}
