package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** Who reaches which ticket: out of reach and absent are the same answer. */
class TicketScopeTest extends TicketHttpTest {
    private static final String STREET_AREA = "360502001000";

    @Test
    void anotherUnitsTicketDoesNotExist() {
        String id = id(submit(resident(), MANHOLE));
        Browser urban = urban();
        ticket(urban, id);
        Browser firm = firm();
        firm.get("/api/tickets/" + id).expect(404);
        firm.get("/api/tickets/" + id + "/replays").expect(404);
        firm.post("/api/tickets/" + id + "/acceptances", Map.of("version", 2)).expect(404);
        firm.get("/api/tickets/" + new java.util.UUID(1, 2)).expect(404);
        assertThat(ids(firm, "queue=all&limit=100")).doesNotContain(id);
        assertThat(ids(urban, "queue=unit&sort=-opened&limit=100")).contains(id);
        assertThat(ids(dispatcher(), "queue=all&sort=-opened&limit=100")).contains(id);
    }

    @Test
    void anAssistingUnitSeesItAndAnEarlierOneStillDoes() {
        Browser dispatcher = dispatcher();
        Browser firm = firm();
        Browser urban = urban();
        String id = id(submit(resident(), LIFT));
        JsonNode parts = ticket(firm, id).get("parts");
        assertThat(texts(parts, "role")).containsExactly("LEAD", "ASSIST");
        assertThat(texts(ticket(street(), id).get("allowedActions"))).isEmpty();
        act(dispatcher, id, "transfers", Map.of("unitId", TicketJourneyTest.unit(dispatcher, "urban"), "words", "改"))
                .expect(200);
        JsonNode handedOn = ticket(firm, id);
        assertThat(texts(handedOn.get("allowedActions"))).isEmpty();
        assertThat(texts(handedOn.get("parts"), "status").subList(0, 2))
                .as("only the lead was handed on")
                .containsExactly("TRANSFERRED", "ENDED");
        assertThat(texts(ticket(urban, id).get("allowedActions"))).contains("ACCEPT");
        assertThat(act(firm, id, "acceptances", Map.of()).expect(403).code()).isEqualTo("ticket-role");
        assertThat(ids(firm, "queue=unit&limit=100")).doesNotContain(id);
    }

    /** 城南 names the street, or the south of any city: nobody's map counts it there before a person has said so. */
    @Test
    void aPlaceThatIsOnlyGuessedCountsNowhereYet() {
        Browser dispatcher = dispatcher();
        String id = id(submit(resident(), "城南这两天电梯坏了好几天没人修，物业不管", null, false));
        JsonNode ticket = ticket(dispatcher, id);
        assertThat(ticket.get("status").asString()).isEqualTo("TRIAGE");
        assertThat(ticket.at("/decision/place/areaCode").asString()).isEqualTo(STREET_AREA);
        assertThat(ticket.at("/decision/place/confidence").asDouble()).isLessThan(.5);
        assertThat(ticket.at("/place/areaPath")).isEmpty();
        assertThat(ids(dispatcher, "queue=all&sort=-opened&area=" + STREET_AREA))
                .doesNotContain(id);

        act(dispatcher, id, "classifications", Map.of("matterCode", "prop-lift", "areaCode", STREET_AREA))
                .expect(200);
        assertThat(ids(dispatcher, "queue=all&sort=-opened&area=" + STREET_AREA))
                .contains(id);
    }

    @Test
    void residentsReachTheirOwnOnly() {
        Browser author = resident();
        Browser other = resident();
        JsonNode receipt = submit(author, LIFT);
        other.get("/api/my/appeals/" + appealId(receipt)).expect(404);
        other.post("/api/my/appeals/" + appealId(receipt) + "/withdrawals", Map.of("reason", "x", "version", 2))
                .expect(404);
        author.get("/api/tickets/" + id(receipt)).expect(404);
        author.get("/api/tickets").expect(404);
        author.post("/api/tickets/" + id(receipt) + "/acceptances", Map.of("version", 2))
                .expect(403);
        browser().get("/api/tickets/" + id(receipt)).expect(401);
        browser().get("/api/my/appeals").expect(401);
        assertThat(texts(author.get("/api/my/appeals").expect(200).body().get("items"), "id"))
                .containsExactly(appealId(receipt));
        assertThat(other.get("/api/my/appeals").expect(200).body().get("items").size())
                .isZero();
    }

    @Test
    void theQueryCodeShowsTheStatusAndNothingElse() {
        JsonNode receipt = submit(resident(), LIFT);
        String code = receipt.get("queryCode").asString();
        assertThat(code).matches("[2-9A-Z]{10}");
        JsonNode answer = browser()
                .post("/api/appeal-queries", Map.of("queryCode", code.toLowerCase(java.util.Locale.ROOT)))
                .expect(200)
                .body();
        assertThat(answer.get("number")).isEqualTo(receipt.get("number"));
        assertThat(answer.propertyNames())
                .containsOnly("number", "filedAs", "status", "unitName", "dueAt", "updatedAt");
        browser()
                .post(
                        "/api/appeal-queries",
                        Map.of("queryCode", receipt.get("number").asString()))
                .expect(404);
    }

    @Test
    void listsComeInPagesWithoutGapOrRepeat() {
        Browser resident = resident();
        Browser dispatcher = dispatcher();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(id(submit(resident, "云栖里小区路灯不亮晚上看不见路 萼绿巷" + i)));
        }
        for (String sort : List.of("due", "-opened")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = dispatcher
                        .get("/api/tickets?q=%E8%90%BC%E7%BB%BF%E5%B7%B7&limit=3&sort=" + sort + "&cursor=" + cursor)
                        .expect(200)
                        .body();
                seen.addAll(texts(page.get("items"), "id"));
                cursor = page.get("next").isNull() ? "" : page.get("next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
        }
        List<String> mine = new ArrayList<>();
        JsonNode first = resident.get("/api/my/appeals?limit=5").expect(200).body();
        mine.addAll(texts(first.get("items"), "id"));
        mine.addAll(texts(
                resident.get("/api/my/appeals?limit=5&cursor="
                                + first.get("next").asString())
                        .expect(200)
                        .body()
                        .get("items"),
                "id"));
        assertThat(mine).hasSize(7).doesNotHaveDuplicates();
        dispatcher.get("/api/tickets?cursor=nonsense").expect(400);
        dispatcher.get("/api/tickets?status=NONE").expect(400);
        dispatcher.get("/api/tickets?queue=none").expect(400);
    }

    @Test
    void openWorkLeadsAndWhatIsOverFollowsNewestFirst() {
        Browser resident = resident();
        String mark = "桂花弄" + System.nanoTime();
        List<JsonNode> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(submit(resident, "云栖里小区路灯不亮晚上看不见路 " + mark));
        }
        for (int over : List.of(1, 0)) {
            my(resident, appealId(made.get(over)), "withdrawals", Map.of("reason", "好了"))
                    .expect(200);
        }
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = dispatcher()
                    .get("/api/tickets?queue=all&limit=1&q=" + encoded(mark) + "&cursor=" + cursor)
                    .expect(200)
                    .body();
            shown.addAll(texts(page.get("items"), "id"));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(shown.subList(0, 2)).containsExactlyInAnyOrder(id(made.get(2)), id(made.get(3)));
        assertThat(shown.subList(2, 4)).containsExactly(id(made.get(1)), id(made.get(0)));
    }

    @Test
    void filtersNarrow() {
        Browser dispatcher = dispatcher();
        JsonNode receipt = submit(resident(), MANHOLE);
        String number = receipt.get("number").asString();
        String base = "q=" + number + "&";
        assertThat(ids(dispatcher, base)).containsExactly(id(receipt));
        assertThat(ids(dispatcher, base + "matter=fac-manhole&unit=urban&channel=WEB&area=360502001001"))
                .containsExactly(id(receipt));
        assertThat(ids(dispatcher, base + "matter=prop-lift")).isEmpty();
        assertThat(ids(dispatcher, base + "unit=property")).isEmpty();
        assertThat(ids(dispatcher, base + "area=360502001007")).isEmpty();
        assertThat(ids(dispatcher, base + "overdue=true")).isEmpty();
        assertThat(ids(dispatcher, base + "overdue=false&status=DISPATCHED")).containsExactly(id(receipt));
        assertThat(ids(dispatcher, base + "from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(ids(dispatcher, base + "to=2999-01-01T00:00:00Z")).containsExactly(id(receipt));
    }

    @Test
    void aSearchFindsTwoCharacterWordsAllOfThemAndShowsWhere() {
        Browser dispatcher = dispatcher();
        String mark = "琥珀" + System.nanoTime();
        String far = "门口的事情说来话长。".repeat(14) + mark + "旁边的井盖响得人睡不着";
        String id = id(submit(resident(), far));
        submit(resident(), "路灯不亮 " + mark);
        assertThat(ids(dispatcher, "queue=all&q=" + encoded(mark + " 井盖"))).containsExactly(id);
        assertThat(ids(dispatcher, "queue=all&q=" + encoded("井盖\u3000" + mark))).containsExactly(id);
        assertThat(ids(dispatcher, "queue=all&q=" + encoded(mark + " 电梯"))).isEmpty();
        assertThat(dispatcher
                        .get("/api/tickets?queue=all&q=" + encoded(mark + " 井盖"))
                        .body()
                        .at("/items/0/found")
                        .asString())
                .contains(mark)
                .hasSizeLessThan(100);
        assertThat(dispatcher
                        .get("/api/tickets?queue=all&q=" + encoded("路灯 " + mark))
                        .body()
                        .at("/items/0/found")
                        .isNull())
                .isTrue();
    }

    @Test
    void confidentialWordsAreNeitherFoundNorShownToTheAccused() {
        Browser firm = firm();
        String secret = "玛瑙" + System.nanoTime();
        String year = String.valueOf(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear());
        JsonNode receipt = submit(resident(), LIFT.repeat(6) + year + secret, GRID, true);
        assertThat(ids(firm, "queue=unit&q=" + encoded(secret))).isEmpty();
        assertThat(foundOf(dispatcher(), year, receipt).asString()).contains(year);
        assertThat(foundOf(firm, year, receipt).isNull()).isTrue();
    }

    /** The number begins with the year, which the words hold too: the row is there either way. */
    private static JsonNode foundOf(Browser who, String year, JsonNode receipt) {
        return who.get("/api/tickets?queue=all&sort=-opened&limit=100&q=" + year)
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .filter(row -> row.get("id").asString().equals(id(receipt)))
                .findFirst()
                .orElseThrow()
                .get("found");
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<String> ids(Browser who, String query) {
        return texts(who.get("/api/tickets?" + query).expect(200).body().get("items"), "id");
    }
}
