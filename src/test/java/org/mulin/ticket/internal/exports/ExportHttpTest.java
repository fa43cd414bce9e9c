package org.mulin.ticket.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.ticket.internal.TicketSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The list as a sheet: the same rows, nothing that runs, nobody's data, for nobody else. */
class ExportHttpTest extends MulinHttpTest {
    private static final String PATH = "/api/exports";
    private static final String GRID = "360502001001001";
    private static final int HEAD = 5;

    @Autowired
    private JdbcTemplate rows;

    @Test
    void theSheetHoldsTheListAndSaysWhoseItIs() {
        Browser clerk = staffOnPost("hotline-clerk");
        String mark = "梧桐里" + UUID.randomUUID().toString().substring(0, 8);
        Browser resident = resident();
        List<String> starts = List.of("=1+1", "+1", "-1", "@A1", "井盖", "=cmd|' /C calc'!A0");
        starts.forEach(start -> file(resident, start + mark + "门口窨井盖不见了，电话12900001234", false));
        Map<String, Object> filter = Map.of("queue", "all", "q", mark, "sort", "-opened");
        List<List<String>> sheet = sheet(clerk, export(clerk, filter));
        List<List<String>> body = sheet.subList(HEAD, sheet.size());
        assertThat(body).hasSize(tickets(clerk, "queue=all&q=" + URLEncoder.encode(mark, StandardCharsets.UTF_8)));
        assertThat(body)
                .extracting(List::getFirst)
                .containsExactlyElementsOf(numbers(clerk, mark))
                .hasSize(starts.size());
        assertThat(body)
                .extracting(row -> row.get(4).substring(0, 2))
                .containsExactlyInAnyOrder("'=", "'+", "'-", "'@", "井盖", "'=");
        assertThat(body.toString()).doesNotContain("12900001234").contains("***");
        assertThat(body).allSatisfy(row -> assertThat(row.get(12)).isNotBlank());
        assertThat(sheet.get(1).getFirst()).contains("测试t").contains("共 6 件");
        assertThat(sheet.get(2).getFirst()).contains("辖区全部").contains(mark).contains("新在前");
        assertThat(sheet.get(4)).startsWith("工单号", "状态", "办理期限");
        clerk.reading("en");
        List<List<String>> english = sheet(clerk, export(clerk, filter));
        assertThat(english.get(4)).startsWith("Number", "State", "Deadline");
        assertThat(english.get(HEAD).get(1)).isIn("to be accepted", "to be decided");
    }

    @Test
    void onlyItsMakerTakesItAndEachTakingIsWrittenDown() {
        Browser clerk = staffOnPost("urban-clerk");
        file(resident(), "云栖里小区门口路上窨井盖不见了，很危险", false);
        String id = export(clerk, Map.of("queue", "unit"));
        sheet(clerk, id);
        Browser colleague = staffOnPost("urban-clerk");
        colleague.get(PATH + "/" + id).expect(404);
        colleague.get(PATH + "/" + id + "/tickets.xlsx").expect(404);
        assertThat(colleague.get(PATH).expect(200).body().size()).isZero();
        assertThat(clerk.get(PATH).expect(200).body().at("/0/id").asString()).isEqualTo(id);
        resident().get(PATH).expect(403);
        assertThat(rows.queryForList(
                        "select action from audit.entry where subject_id = ? order by action", String.class, id))
                .containsExactly("ticket.export", "ticket.export-download");
    }

    @Test
    void theAccusedDoesNotReadConfidentialWordsHereEither() {
        Browser firm = staffOnPost("property-clerk");
        JsonNode receipt = file(resident(), "云栖里小区3栋电梯坏了好几天没人修，老人下不了楼，物业不管", true);
        Map<String, Object> filter =
                Map.of("queue", "unit", "q", receipt.get("number").asString());
        List<String> row = sheet(firm, export(firm, filter)).get(HEAD);
        assertThat(row.get(4)).isEqualTo("（保密诉求）");
        assertThat(row.toString()).doesNotContain("下不了楼");
        Browser dispatcher = staffOnPost("hotline-clerk");
        Map<String, Object> everywhere = Map.of("queue", "all", "q", filter.get("q"));
        assertThat(sheet(dispatcher, export(dispatcher, everywhere)).get(HEAD).get(4))
                .contains("下不了楼");
    }

    @Test
    void anEmptyListAndOneTooManyOfADayAreRefused() {
        Browser clerk = staffOnPost("urban-clerk");
        assertThat(clerk.post(PATH, Map.of("filter", Map.of("q", "没有任何工单会有的字样")))
                        .expect(422)
                        .code())
                .isEqualTo("export-empty");
        clerk.post(PATH, Map.of("filter", Map.of("queue", "none"))).expect(400);
        file(resident(), "云栖里小区门口路上窨井盖不见了，很危险", false);
        for (int i = 0; i < TicketSettings.EXPORTS_PER_DAY.fallback(); i++) {
            clerk.post(PATH, Map.of("filter", Map.of("queue", "unit"))).expect(201);
        }
        assertThat(clerk.post(PATH, Map.of("filter", Map.of("queue", "unit")))
                        .expect(422)
                        .code())
                .isEqualTo("exports-per-day");
    }

    private static String export(Browser who, Map<String, ?> filter) {
        String id = who.post(PATH, Map.of("filter", filter))
                .expect(201)
                .body()
                .get("id")
                .asString();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> who.get(PATH + "/" + id)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("DONE"));
        return id;
    }

    private static List<List<String>> sheet(Browser who, String id) {
        List<Map<Integer, String>> read = FastExcel.read(
                        new ByteArrayInputStream(who.bytes(PATH + "/" + id + "/tickets.xlsx")))
                .headRowNumber(0)
                .sheet()
                .doReadSync();
        return read.stream()
                .map(row -> row.values().stream()
                        .map(cell -> cell == null ? "" : cell)
                        .toList())
                .toList();
    }

    private static List<String> numbers(Browser who, String words) {
        return who.get("/api/tickets?queue=all&sort=-opened&limit=100&q="
                        + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(each -> each.get("number").asString())
                .toList();
    }

    private static JsonNode file(Browser resident, String words, boolean confidential) {
        Map<String, Object> body =
                new HashMap<>(Map.of("words", words, "photoIds", List.of(), "confidential", confidential));
        body.put("place", Map.of("areaCode", GRID));
        return resident.post("/api/appeals", (Object) body).expect(201).body();
    }
}
