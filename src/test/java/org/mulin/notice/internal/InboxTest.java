package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class InboxTest extends NoticeHttpTest {
    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void workIsToldToTheUnitThatHasItAndToNobodyElse() {
        Browser firm = staffOnPost("property-clerk");
        JsonNode receipt = lift(resident());
        String id = id(receipt);
        awaitKinds(firm, id, "ARRIVED");
        assertThat(kinds(staffOnPost("property-handler"), id)).containsExactly("ARRIVED");
        assertThat(kinds(staffOnPost("urban-clerk"), id)).isEmpty();
        assertThat(kinds(staffOnPost("hotline-clerk"), id)).isEmpty();
        assertThat(kinds(resident(), id)).isEmpty();
        String number = receipt.get("number").asString();
        assertThat(inbox(firm, id).getFirst().get("text").asString()).startsWith("新工单 " + number + "（电梯故障），请于 ");
        assertThat(inbox(firm.reading("en"), id).getFirst().get("text").asString())
                .startsWith("New ticket " + number + " (电梯故障); due ");
        assertThat(rows.queryForList("select message::text from notice.message", String.class))
                .noneMatch(row -> row.contains("老人下不了楼") || row.contains("欧阳"));
    }

    @Test
    void eachReaderHasMarksOfTheirOwn() {
        Browser clerk = withNothingUnread("property-clerk");
        Browser handler = withNothingUnread("property-handler");
        String first = id(lift(resident()));
        String second = id(lift(resident()));
        awaitKinds(clerk, first, "ARRIVED");
        awaitKinds(clerk, second, "ARRIVED");
        int before = unread(clerk);
        int others = unread(handler);
        UUID message = uuid(inbox(clerk, first).getFirst());

        JsonNode state = clerk.post("/api/inbox/readings", Map.of("ids", List.of(message)))
                .expect(200)
                .body();
        assertThat(state.get("unread").asInt()).isEqualTo(before - 1);
        assertThat(inbox(clerk, first).getFirst().get("read").asBoolean()).isTrue();
        assertThat(inbox(handler, first).getFirst().get("read").asBoolean()).isFalse();
        assertThat(unread(handler)).isEqualTo(others);
        clerk.post("/api/inbox/readings", Map.of("ids", List.of(message))).expect(200);
        assertThat(unread(clerk)).isEqualTo(before - 1);

        String newest = inbox(clerk, second).getFirst().get("at").asString();
        clerk.post("/api/inbox/readings", Map.of("before", newest)).expect(200);
        assertThat(unread(clerk)).isZero();
        assertThat(clerk.get("/api/inbox?unread=true").expect(200).body().get("items"))
                .isEmpty();
        assertThat(unread(handler)).isEqualTo(others);
        assertThat(clerk.post("/api/inbox/readings", Map.of())
                        .expect(400)
                        .body()
                        .toString())
                .contains("ids");
    }

    @Test
    void nobodyMarksOrSeesWhatIsNotTheirs() {
        Browser firm = staffOnPost("property-clerk");
        String id = id(lift(resident()));
        awaitKinds(firm, id, "ARRIVED");
        UUID message = uuid(inbox(firm, id).getFirst());
        for (Browser stranger : List.of(staffOnPost("urban-clerk"), resident())) {
            stranger.post("/api/inbox/readings", Map.of("ids", List.of(message)))
                    .expect(200);
            assertThat(inbox(stranger, id)).isEmpty();
        }
        assertThat(one("select count(*) from notice.reading where message_id = ?", Integer.class, message))
                .isZero();
        browser().get("/api/inbox").expect(401);
        browser().get("/api/inbox/stream").expect(401);
    }

    @Test
    void everyTurnOfATicketIsToldToThoseWhoseTurnItIs() {
        Browser resident = resident();
        Browser clerk = staffOnPost("property-clerk");
        Browser handler = staffOnPost("property-handler");
        Browser desk = staffOnPost("hotline-clerk");
        Browser supervisor = staffOnPost("hotline-handler");
        JsonNode receipt = lift(resident);
        String id = id(receipt);
        act(clerk, id, "acceptances", Map.of());
        act(clerk, id, "assignments", Map.of("postId", post("property-handler")));
        awaitKinds(handler, id, "ARRIVED", "ARRIVED");
        assertThat(kinds(clerk, id)).as("assigned to another post").containsExactly("ARRIVED");

        act(clerk, id, "questions", Map.of("words", "几单元？"));
        my(resident, receipt, "answers", words("二单元"));
        my(resident, receipt, "supplements", words("现在一楼也关不上门"));
        awaitKinds(clerk, id, "ANSWERED", "ANSWERED", "ARRIVED");

        act(
                clerk,
                id,
                "returns",
                Map.of(
                        "reasonCode",
                        reason(clerk),
                        "dutyEntry",
                        entry(clerk, "fac-manhole"),
                        "matterCode",
                        "fac-manhole",
                        "words",
                        "是井盖的问题"));
        awaitKinds(desk, id, "RETURNED");
        assertThat(inbox(desk, id).getFirst().get("text").asString()).contains("被睦和物业服务有限公司退回");
        assertThat(kinds(supervisor, id)).as("has no right to decide").isEmpty();
        act(desk, id, "transfers", Map.of("unitId", unit("property"), "words", "请按职责办理"));
        act(clerk, id, "acceptances", Map.of());
        act(clerk, id, "resolutions", words("已修好"));
        my(resident, receipt, "verdicts", Map.of("contacted", true, "solved", false, "satisfaction", 1));
        awaitKinds(clerk, id, "UNSOLVED", "ARRIVED", "ANSWERED", "ANSWERED", "ARRIVED");

        events(new TicketEvent.DeadlineNear(UUID.fromString(id), unit("property"), Instant.now(), Instant.now()));
        events(new TicketEvent.Overdue(UUID.fromString(id), unit("property"), Instant.now(), Instant.now()));
        awaitKinds(clerk, id, "OVERDUE", "NEAR", "UNSOLVED", "ARRIVED", "ANSWERED", "ANSWERED", "ARRIVED");
        events(new TicketEvent.Overdue(UUID.fromString(id), null, Instant.now(), Instant.now()));
        awaitKinds(desk, id, "OVERDUE", "RETURNED");
    }

    @Test
    void whatNobodyHasDecidedIsToldToTheDispatchers() {
        Browser desk = staffOnPost("hotline-clerk");
        String id = id(file(resident(), "嗯嗯啊啊"));
        awaitKinds(desk, id, "ARRIVED");
        assertThat(inbox(desk, id).getFirst().get("text").asString()).contains("待研判");
    }

    @Test
    void theAuthorHearsThatItTakesLongerAndNothingOfWhatUnitsAskEachOther() {
        Browser author = resident();
        String id = id(lift(author));
        awaitKinds(author, id, "PROGRESS");
        for (ClockChange change : ClockChange.values()) {
            events(new TicketEvent.ClockChanged(
                    UUID.fromString(id),
                    change,
                    unit("property"),
                    Instant.parse("2030-01-04T08:00:00Z"),
                    Instant.now()));
        }
        awaitKinds(author, id, "PROGRESS", "PROGRESS", "PROGRESS");
        assertThat(inbox(author, id).stream().map(each -> each.get("text").asString()))
                .anyMatch(text -> text.contains("暂缓办理，期限改为 1月4日") || text.contains("暂缓办理，期限改为 2030"))
                .anyMatch(text -> text.contains("延期办理"));
    }

    @Test
    void aDeliveryThatComesTwiceIsTakenOnce() {
        Browser firm = staffOnPost("property-clerk");
        UUID id = UUID.fromString(id(lift(resident())));
        awaitKinds(firm, id.toString(), "ARRIVED");
        TicketChanges changes =
                new TicketChanges(List.of(new TicketEvent.Overdue(id, unit("property"), Instant.now(), Instant.now())));
        deliver(changes);
        deliver(changes);
        assertThat(kinds(firm, id.toString())).containsExactly("OVERDUE", "ARRIVED");
    }

    @Test
    void theListIsReadPageByPageAndByKind() {
        Browser firm = staffOnPost("property-clerk");
        List<String> ids =
                IntStream.range(0, 5).mapToObj(n -> id(lift(resident()))).toList();
        ids.forEach(id -> awaitKinds(firm, id, "ARRIVED"));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = firm.get("/api/inbox?kind=ARRIVED&limit=2" + cursor)
                    .expect(200)
                    .body();
            page.get("items").forEach(row -> seen.add(row.get("id").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        assertThat(firm.get("/api/inbox?kind=OVERDUE&limit=100")
                        .expect(200)
                        .body()
                        .get("items")
                        .valueStream())
                .allMatch(row -> row.get("kind").asString().equals("OVERDUE"));
        firm.get("/api/inbox?kind=NONE").expect(400);
        assertThat(firm.get("/api/inbox?cursor=x").expect(400).body().toString())
                .contains("cursor-invalid");
    }

    private void events(TicketEvent event) {
        transaction.executeWithoutResult(ignored -> events.publishEvent(new TicketChanges(List.of(event))));
    }

    private UUID post(String code) {
        return one("select id from organization.post where code = ?", UUID.class, code);
    }

    private static String reason(Browser who) {
        return who.get("/api/return-reasons")
                .expect(200)
                .body()
                .get(0)
                .get("code")
                .asString();
    }

    private static String entry(Browser who, String matter) {
        return who.get("/api/duty-entries?matter=" + matter)
                .expect(200)
                .body()
                .get(0)
                .get("id")
                .asString();
    }
}
