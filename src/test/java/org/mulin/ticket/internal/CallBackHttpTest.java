package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Residents without a page are asked by phone, and what they say counts as their own verdict. */
class CallBackHttpTest extends TicketHttpTest {
    private static final String API = "/api/call-backs";

    @Autowired
    private JdbcTemplate rows;

    /** What a worker filed for a resident without an account, and the firm has resolved. */
    private Filed resolved() {
        Filed filed = filed(false);
        resolve(filed.ticketId());
        return filed;
    }

    private Filed filed(boolean confidential) {
        String phone = newPhone();
        Map<String, Object> body = new HashMap<>(Map.of(
                "words", LIFT, "photoIds", List.of(), "place", Map.of("areaCode", GRID), "confidential", confidential));
        body.put("resident", Map.of("name", "欧阳老伯", "phone", phone, "consent", "PRESENT"));
        JsonNode receipt = staffOnPost("grid-1-worker")
                .post("/api/reports", body)
                .expect(201)
                .body();
        return new Filed(id(receipt), appealId(receipt), phone);
    }

    private void resolve(String ticketId) {
        resolve(firm(), ticketId);
    }

    private static void resolve(Browser unit, String ticketId) {
        act(unit, ticketId, "acceptances", Map.of()).expect(200);
        act(unit, ticketId, "resolutions", words("已更换主板")).expect(200);
    }

    private record Filed(String ticketId, String appealId, String phone) {}

    private static JsonNode begin(Browser caller, Filed filed) {
        return caller.post(API + "/" + filed.appealId() + "/calls", Map.of())
                .expect(201)
                .body();
    }

    private static Browser.Answer end(Browser caller, JsonNode call, Map<String, ?> said) {
        return caller.post(API + "/calls/" + call.get("callId").asString() + "/ends", said);
    }

    private static Map<String, Object> said(boolean solved) {
        return Map.of(
                "outcome",
                "REACHED",
                "contacted",
                true,
                "solved",
                solved,
                "satisfaction",
                solved ? 5 : 2,
                "words",
                "谢谢");
    }

    private static boolean isListed(Browser caller, String state, Filed filed) {
        String cursor = "";
        do {
            JsonNode page = caller.get(API + "?limit=100&state=" + state + cursor)
                    .expect(200)
                    .body();
            for (JsonNode row : page.get("items")) {
                if (row.get("appealId").asString().equals(filed.appealId())) {
                    return true;
                }
            }
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return false;
    }

    @Test
    void whatTheResidentSaysOnThePhoneClosesTheTicketAndIsOnRecord() {
        Filed filed = resolved();
        Browser seat = staffOnPost("hotline-seat");
        assertThat(isListed(seat, "DUE", filed)).isTrue();
        JsonNode call = begin(seat, filed);
        assertThat(call.get("phone").asString()).isEqualTo(filed.phone());
        assertThat(call.get("name").asString()).isEqualTo("欧阳老伯");
        assertThat(call.get("result").asString()).isEqualTo("已更换主板");
        assertThat(rows.queryForObject(
                        "select count(*) from audit.entry where action = 'contact.read' and purpose = '电话回访'"
                                + " and subject_id = ?",
                        Integer.class,
                        filed.appealId()))
                .isEqualTo(1);
        assertThat(end(seat, call, said(true)).expect(200).body().get("status").asString())
                .isEqualTo("CLOSED");
        assertThat(isListed(seat, "DUE", filed)).isFalse();
        JsonNode seen = ticket(dispatcher(), filed.ticketId());
        assertThat(seen.at("/appeals/0/verdict/satisfaction").asInt()).isEqualTo(5);
        assertThat(seen.at("/appeals/0/helper/consent").asString()).isEqualTo("PRESENT");
        assertThat(texts(seen.get("timeline"), "note").getLast()).startsWith("电话回访——联系：是；解决：是");
        JsonNode log = seat.get(API + "/calls").expect(200).body().at("/items/0");
        assertThat(log.get("ticketId").asString()).isEqualTo(filed.ticketId());
        assertThat(log.get("solved").asBoolean()).isTrue();
        end(seat, call, said(true)).expect(404);
    }

    @Test
    void notSolvedGoesBackToTheSameUnit() {
        Filed filed = resolved();
        Browser seat = staffOnPost("hotline-seat");
        end(seat, begin(seat, filed), said(false)).expect(200);
        JsonNode seen = ticket(firm(), filed.ticketId());
        assertThat(seen.get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(isListed(seat, "DUE", filed)).isFalse();
        resolve(filed.ticketId());
        assertThat(isListed(seat, "DUE", filed))
                .as("a new round is asked about anew")
                .isTrue();
    }

    @Test
    void callsInVainEndAfterThreeOrAtAWrongNumber() {
        Filed filed = resolved();
        Browser seat = staffOnPost("hotline-seat");
        for (int time = 0; time < 3; time++) {
            assertThat(isListed(seat, "UNREACHABLE", filed)).isFalse();
            assertThat(isUnreachable(filed)).isFalse();
            end(seat, begin(seat, filed), Map.of("outcome", "NO_ANSWER")).expect(200);
        }
        assertThat(isListed(seat, "DUE", filed)).isFalse();
        assertThat(isListed(seat, "UNREACHABLE", filed)).isTrue();
        assertThat(isUnreachable(filed)).isTrue();
        Filed other = resolved();
        end(seat, begin(seat, other), Map.of("outcome", "WRONG_NUMBER")).expect(200);
        assertThat(isListed(seat, "UNREACHABLE", other)).isTrue();
        assertThat(ticket(dispatcher(), other.ticketId()).get("status").asString())
                .as("nobody has judged it")
                .isEqualTo("RESOLVED");
    }

    private boolean isUnreachable(Filed filed) {
        return ticket(dispatcher(), filed.ticketId()).get("unreachable").asBoolean();
    }

    @Test
    void aVerdictOrANewRoundTakesTheMarkAway() {
        Browser seat = staffOnPost("hotline-seat");
        Filed filed = resolved();
        end(seat, begin(seat, filed), Map.of("outcome", "WRONG_NUMBER")).expect(200);
        assertThat(isUnreachable(filed)).isTrue();
        // whoever wants to be reached after all calls back
        end(seat, begin(seat, filed), said(false)).expect(200);
        assertThat(isUnreachable(filed)).isFalse();
        resolve(filed.ticketId());
        end(seat, begin(seat, filed), Map.of("outcome", "DECLINED")).expect(200);
        assertThat(isUnreachable(filed)).isTrue();
        assertThat(tickets(dispatcher(), "queue=all&set=UNREACHABLE&q=" + number(filed)))
                .as("its verdict of the first round counts")
                .isZero();
        Filed closed = resolved();
        end(seat, begin(seat, closed), Map.of("outcome", "DECLINED")).expect(200);
        act(dispatcher(), closed.ticketId(), "closures", Map.of("words", "多次回访无人接听"))
                .expect(200);
        assertThat(isUnreachable(closed)).isTrue();
        assertThat(tickets(dispatcher(), "queue=all&set=UNREACHABLE&q=" + number(closed)))
                .isEqualTo(1);
    }

    private String number(Filed filed) {
        return ticket(dispatcher(), filed.ticketId()).get("number").asString();
    }

    @Test
    void oneCallerAtATimeAndNobodyAboutTheOwnWork() {
        Filed filed = resolved();
        Browser seat = staffOnPost("hotline-seat");
        Browser colleague = staffOnPost("hotline-seat");
        JsonNode call = begin(seat, filed);
        assertThat(colleague
                        .post(API + "/" + filed.appealId() + "/calls", Map.of())
                        .expect(409)
                        .code())
                .isEqualTo("call-back-taken");
        end(colleague, call, said(true)).expect(404);
        assertThat(isCalling(colleague, filed)).isTrue();
        assertThat(isCalling(seat, filed))
                .as("one's own call is taken up again")
                .isFalse();
        assertThat(row(seat, filed).get("mine").asBoolean()).isTrue();
        assertThat(row(colleague, filed).get("mine").asBoolean()).isFalse();
        rows.update("update ticket.call_back set begun_at = begun_at - interval '21 minutes' where outcome is null");
        JsonNode taken = begin(colleague, filed);
        end(seat, call, said(true)).expect(404);
        end(colleague, taken, Map.of("outcome", "DECLINED")).expect(200);
        for (Browser other : List.of(firm(), street(), staffOnPost("grid-1-worker"), resident())) {
            other.get(API).expect(403);
            other.post(API + "/" + filed.appealId() + "/calls", Map.of()).expect(403);
        }
    }

    /** Callers are of the hotline: what it resolved itself is for others to ask about. */
    @Test
    void nobodyAsksAboutTheWorkOfTheirOwnUnit() {
        Filed filed = filed(false);
        Browser dispatcher = dispatcher();
        Map<String, ?> given = Map.of("unitId", TicketJourneyTest.unit(dispatcher, "hotline"), "words", "直接办理");
        act(dispatcher, filed.ticketId(), "transfers", given).expect(200);
        resolve(dispatcher, filed.ticketId());
        isAskedByNobody(filed, List.of(staffOnPost("hotline-seat"), dispatcher));
    }

    @Test
    void theConfidentialIsForDispatchersOnly() {
        Filed filed = filed(true);
        resolve(filed.ticketId());
        isAskedByNobody(filed, List.of(staffOnPost("hotline-seat")));
        assertThat(isListed(dispatcher(), "DUE", filed)).isTrue();
    }

    private static void isAskedByNobody(Filed filed, List<Browser> callers) {
        for (Browser caller : callers) {
            assertThat(isListed(caller, "DUE", filed)).isFalse();
            caller.post(API + "/" + filed.appealId() + "/calls", Map.of()).expect(404);
        }
    }

    private static boolean isCalling(Browser caller, Filed filed) {
        return row(caller, filed).get("calling").asBoolean();
    }

    private static JsonNode row(Browser caller, Filed filed) {
        return caller.get(API + "?limit=100")
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(row -> row.get("appealId").asString().equals(filed.appealId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasAPageIsAskedOnlyAfterDaysOfSilence() {
        JsonNode receipt = submit(resident(), LIFT);
        Filed filed = new Filed(id(receipt), appealId(receipt), "");
        resolve(filed.ticketId());
        Browser seat = staffOnPost("hotline-seat");
        assertThat(isListed(seat, "DUE", filed)).isFalse();
        seat.post(API + "/" + filed.appealId() + "/calls", Map.of()).expect(404);
        rows.update(
                "update ticket.ticket set updated_at = updated_at - interval '73 hours' where id = ?::uuid",
                filed.ticketId());
        assertThat(isListed(seat, "DUE", filed)).isTrue();
    }

    @Test
    void badInputSaysWhichFieldAndEndsNothing() {
        Filed filed = resolved();
        Browser seat = staffOnPost("hotline-seat");
        JsonNode call = begin(seat, filed);
        for (Map.Entry<String, Map<String, ?>> bad : Map.<String, Map<String, ?>>of(
                        "outcome", Map.of("outcome", "DROPPED"),
                        "contacted", Map.of("outcome", "REACHED", "solved", true, "satisfaction", 5),
                        "solved", Map.of("outcome", "REACHED", "contacted", true, "satisfaction", 5),
                        "satisfaction",
                                Map.of("outcome", "REACHED", "contacted", true, "solved", true, "satisfaction", 6))
                .entrySet()) {
            assertThat(end(seat, call, bad.getValue()).expect(400).body().toString())
                    .contains(bad.getKey());
        }
        end(seat, call, Map.of()).expect(400);
        Map<String, Object> unheard = new HashMap<>(said(true));
        for (String vain : List.of("NO_ANSWER", "WRONG_NUMBER", "DECLINED")) {
            unheard.put("outcome", vain);
            assertThat(end(seat, call, unheard)
                            .expect(400)
                            .body()
                            .at("/errors/0/field")
                            .asString())
                    .as("nobody judges who was not reached")
                    .isEqualTo("contacted");
        }
        assertThat(end(seat, call, said(true)).expect(200).body().get("status").asString())
                .isEqualTo("CLOSED");
    }
}
