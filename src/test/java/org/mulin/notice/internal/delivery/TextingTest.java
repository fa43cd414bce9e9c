package org.mulin.notice.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.access.CodeSender;
import org.mulin.base.Browser;
import org.mulin.base.Ids;
import org.mulin.notice.internal.NoticeHttpTest;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Messages as phones of the demo get them, from the deed to the phone. */
class TextingTest extends NoticeHttpTest {
    @Autowired
    private DeliveryWorker worker;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CodeSender codes;

    @Test
    void aResidentIsToldOfEachStepWithoutAnybodysWords() {
        String phone = newPhone();
        Browser resident = resident(phone);
        Browser firm = staffOnPost("property-clerk");
        JsonNode receipt = lift(resident);
        String id = id(receipt);
        String number = receipt.get("number").asString();
        act(firm, id, "acceptances", Map.of());
        act(firm, id, "replies", words("师傅在路上"));
        act(firm, id, "questions", Map.of("words", "几单元？"));
        my(resident, receipt, "answers", words("二单元"));
        act(firm, id, "resolutions", words("已更换主板"));
        my(resident, receipt, "verdicts", Map.of("contacted", true, "solved", false, "satisfaction", 1));
        act(firm, id, "acceptances", Map.of());
        act(firm, id, "resolutions", words("又修了一遍"));
        my(resident, receipt, "verdicts", Map.of("contacted", true, "solved", true, "satisfaction", 5));

        List<String> texts = texts(phone, 8);
        assertThat(texts).allSatisfy(text -> assertThat(text).startsWith("【睦邻】").contains(number));
        for (String part : List.of(
                "已转睦和物业服务有限公司办理，期限至", "已由睦和物业服务有限公司受理", "回复了您反映的事项", "需要您补充有关情况", "请登录查看并评价", "由睦和物业服务有限公司重新办理")) {
            assertThat(texts).anyMatch(text -> text.contains(part));
        }
        assertThat(texts).as("who judged it solved knows that it is closed").noneMatch(text -> text.contains("已办结"));
        assertThat(String.join("", texts)).doesNotContain("电梯", "老人", "主板", "二单元", "师傅", "欧阳");

        List<JsonNode> notices = resident.get("/api/my/notices?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .toList();
        assertThat(notices).hasSize(8).allSatisfy(notice -> {
            assertThat(notice.get("kind").asString()).isEqualTo("PROGRESS");
            assertThat(notice.get("text").asString())
                    .as("the own page names the matter, which the phone does not")
                    .contains("“电梯故障”", number);
            assertThat(notice.get("appealId").asString())
                    .isEqualTo(receipt.get("appealId").asString());
            assertThat(notice.get("read").asBoolean()).isFalse();
        });
        assertThat(unread(resident)).isEqualTo(8);
        assertThat(resident().get("/api/my/notices").expect(200).body().get("items"))
                .isEmpty();
        assertThat(one(
                        "select count(*) from audit.entry where action = 'contact.read' and purpose = '通知办理进展'"
                                + " and subject_id = ?",
                        Integer.class,
                        receipt.get("appealId").asString()))
                .isEqualTo(8);
        assertThat(rows.queryForList("select delivery::text from notice.delivery", String.class))
                .noneMatch(row -> row.contains(phone) || row.contains("电梯"));
    }

    @Test
    void aCallerWithoutAnAccountIsToldByTheNumberThatWasLeft() {
        String phone = newPhone();
        Browser desk = staffOnPost("hotline-clerk");
        String csv = "id,body,phone\nnotice-" + Ids.next() + ",云栖里小区电梯坏了没人修," + phone + "\n";
        JsonNode uploaded = desk.upload("/api/imports", "file", "n.csv", csv.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
        desk.post("/api/imports/" + uploaded.get("id").asString() + "/starts", "{\"mapping\":null}")
                .expect(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(phone, 1)).hasSize(1));
        assertThat(texts(phone, 1).getFirst()).contains("已转睦和物业服务有限公司办理");
    }

    @Test
    void whoeverSwitchesMessagesOffGetsCodesOnly() {
        String phone = newPhone();
        Browser resident = resident(phone);
        assertThat(resident.get("/api/message-preference")
                        .expect(200)
                        .body()
                        .get("byPhone")
                        .asBoolean())
                .isTrue();
        JsonNode waiting = lift(resident);
        int before = texts(phone, 1).size();
        JsonNode chosen = resident.post("/api/message-preference", Map.of("byPhone", false))
                .expect(200)
                .body();
        assertThat(chosen.get("byPhone").asBoolean()).isFalse();
        assertThat(chosen.get("phone").asString()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        lift(resident);
        rows.update(
                "update notice.delivery set state = 'WAITING', tries = 0, next_at = now(), ended_at = null"
                        + " where ticket_id = ?",
                UUID.fromString(id(waiting)));
        hurry();
        assertThat(received(phone)).hasSize(before);
        assertThat(states(waiting)).as("what waited over the choice").containsOnly("DROPPED");
        codes.send(phone, "135790", Duration.ofMinutes(5));
        assertThat(browser()
                        .get("/api/demo/messages?phone=" + phone)
                        .expect(200)
                        .body()
                        .get(0)
                        .get("text")
                        .asString())
                .isEqualTo("【睦邻】验证码 135790，5 分钟内有效，请勿告诉他人。");
        assertThat(unread(resident)).as("the page tells it all the same").isEqualTo(2);
    }

    @Test
    void staffAreToldByPhoneOnceTheySaySo() {
        String phone = newPhone();
        Browser clerk = staffOnPost("property-clerk");
        assertThat(clerk.get("/api/message-preference")
                        .expect(200)
                        .body()
                        .get("byPhone")
                        .asBoolean())
                .isFalse();
        assertThat(clerk.post("/api/message-preference", Map.of("byPhone", true))
                        .expect(400)
                        .body()
                        .toString())
                .contains("phone");
        assertThat(clerk.post("/api/message-preference", Map.of("byPhone", true, "phone", "12345"))
                        .expect(400)
                        .body()
                        .toString())
                .contains("phone-invalid");
        String id = id(lift(resident()));
        awaitKinds(clerk, id, "ARRIVED");
        assertThat(texts(phone, 0)).isEmpty();

        clerk.post("/api/message-preference", Map.of("byPhone", true, "phone", phone))
                .expect(200);
        assertThat(rows.queryForList("select account::text from access.account", String.class))
                .noneMatch(row -> row.contains(phone));
        String told = id(lift(resident()));
        awaitKinds(clerk, told, "ARRIVED");
        assertThat(texts(phone, 1)).hasSize(1).first().asString().startsWith("【睦邻】新工单 ");
        UUID firm = one("select id from organization.unit where code = 'property'", UUID.class);
        var now = Instant.now();
        transaction.executeWithoutResult(ignored -> events.publishEvent(new TicketChanges(List.of(
                new TicketEvent.DeadlineNear(UUID.fromString(told), firm, now, now),
                new TicketEvent.Overdue(UUID.fromString(told), firm, now, now)))));
        awaitKinds(clerk, told, "OVERDUE", "NEAR", "ARRIVED");
        assertThat(texts(phone, 3)).hasSize(3);

        clerk.post("/api/message-preference", Map.of("byPhone", false)).expect(200);
        String silent = id(lift(resident()));
        awaitKinds(clerk, silent, "ARRIVED");
        hurry();
        assertThat(received(phone)).hasSize(3);
    }

    @Test
    void theLogIsForAdministratorsAndKnowsNoNumber() {
        String phone = newPhone();
        JsonNode receipt = lift(resident(phone));
        texts(phone, 1);
        Browser administrator = administrator();
        JsonNode log = administrator
                .get("/api/deliveries?state=SENT&limit=100")
                .expect(200)
                .body();
        assertThat(log.get("items").valueStream())
                .anyMatch(row -> row.get("ticketId").asString("").equals(id(receipt))
                        && row.get("audience").asString().equals("RESIDENT")
                        && row.get("tries").asInt() == 1);
        assertThat(log.toString()).doesNotContain(phone);
        assertThat(administrator
                        .get("/api/deliveries/counts")
                        .expect(200)
                        .body()
                        .get("SENT")
                        .asInt())
                .isPositive();
        for (Browser other : List.of(staffOnPost("hotline-clerk"), resident())) {
            other.get("/api/deliveries").expect(403);
            other.get("/api/deliveries/counts").expect(403);
            other.post("/api/deliveries/retries", Map.of()).expect(403);
        }
        rows.update(
                "update notice.delivery set state = 'PARKED', fault = 'REFUSED', tries = 6 where ticket_id = ?",
                UUID.fromString(id(receipt)));
        assertThat(administrator
                        .post("/api/deliveries/retries", Map.of())
                        .expect(200)
                        .body()
                        .get("started")
                        .asInt())
                .isPositive();
        assertThat(texts(phone, 2)).as("tried anew").hasSize(2);
    }

    /** What the phone has got, once so many have come; what waits for the end of the quiet goes at once. */
    private List<String> texts(String phone, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            hurry();
            assertThat(received(phone)).hasSizeGreaterThanOrEqualTo(count);
        });
        return received(phone);
    }

    private void hurry() {
        settle();
        rows.update("update notice.delivery set next_at = now() where state = 'WAITING' and tries = 0");
        worker.work();
    }

    private List<String> received(String phone) {
        return browser()
                .get("/api/demo/messages?phone=" + phone)
                .expect(200)
                .body()
                .valueStream()
                .filter(message -> message.get("code").isNull())
                .map(message -> message.get("text").asString())
                .toList();
    }

    private List<String> states(JsonNode receipt) {
        return rows.queryForList(
                "select state from notice.delivery where ticket_id = ?", String.class, UUID.fromString(id(receipt)));
    }
}
