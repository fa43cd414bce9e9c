package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The rates page over HTTP: to whom, at what price, and the same numbers everywhere. */
class RatesHttpTest extends MulinHttpTest {
    @Autowired
    private StatementCount statements;

    private void submit() {
        Map<String, Object> body = new HashMap<>();
        body.put("words", "小区门口路上窨井盖不见了，很危险");
        body.put("photoIds", List.of());
        body.put("place", Map.of("lon", 114.9349, "lat", 27.7990));
        body.put("confidential", false);
        resident().post("/api/appeals", body).expect(201);
    }

    private static JsonNode rates(Browser who, String query) {
        return who.get("/api/insight/rates?" + query).expect(200).body();
    }

    @Test
    void everyDimensionCountsTheSameTicketsAsTheOverview() {
        submit();
        Browser leader = staffOnPost("city-leader");
        JsonNode overview = leader.get("/api/insight/overview").expect(200).body();
        for (String by : List.of("UNIT", "AREA", "MATTER", "MONTH")) {
            JsonNode rates = rates(leader, "by=" + by);
            assertThat(rates.get("items")).as(by).isNotEmpty();
            assertThat(rates.get("whole").get("registered").asInt())
                    .isEqualTo(figure(overview, "registered").get("n").asInt());
            JsonNode response = rates.get("whole").get("rates").get(0);
            assertThat(response.get("k").asInt())
                    .isEqualTo(figure(overview, "response").get("k").asInt());
            assertThat(response.get("n").asInt())
                    .isEqualTo(figure(overview, "response").get("n").asInt());
        }
    }

    private static JsonNode figure(JsonNode overview, String code) {
        return overview.get("figures")
                .valueStream()
                .filter(figure -> figure.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRulesOfThePackAreSaidWithTheirVersion() {
        JsonNode rules = rates(staffOnPost("city-leader"), "").get("rules");
        assertThat(rules.get("version").asInt()).isPositive();
        assertThat(rules.get("rules").get(2).get("neutral").asString()).isEqualTo("LEFT_OUT");
        assertThat(rules.get("rules").get(2).get("definition").asString()).contains("剔除");
    }

    @Test
    void theWorkbookHoldsTheSameLines() {
        submit();
        Browser leader = staffOnPost("city-leader");
        JsonNode rates = rates(leader, "by=MATTER&limit=100");
        List<Map<Integer, String>> rows = FastExcel.read(
                        new ByteArrayInputStream(leader.bytes("/api/insight/rates/file?by=MATTER")))
                .headRowNumber(0)
                .sheet(0)
                .doReadSync();
        assertThat(rows.get(1).get(5))
                .isEqualTo(rates.get("whole").get("registered").asString());
        for (int i = 0; i < rates.get("items").size(); i++) {
            JsonNode line = rates.get("items").get(i);
            assertThat(rows.get(i + 2).get(2)).isEqualTo(line.get("name").asString());
            assertThat(rows.get(i + 2).get(5)).isEqualTo(line.get("registered").asString());
            for (int rate = 0; rate < line.get("rates").size(); rate++) {
                List<String> fields = List.of("k", "n", "excluded", "leftOut", "unreachable", "ownReports");
                for (int field = 0; field < fields.size(); field++) {
                    assertThat(rows.get(i + 2).get(7 + 9 * rate + field))
                            .as(fields.get(field))
                            .isEqualTo(line.get("rates")
                                    .get(rate)
                                    .get(fields.get(field))
                                    .asString());
                }
            }
        }
    }

    @Test
    void theWorkbookCanBeSummedAndSorted() throws IOException {
        submit();
        Browser leader = staffOnPost("city-leader");
        JsonNode whole = rates(leader, "by=MATTER&limit=100").get("whole");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(leader.bytes("/api/insight/rates/file?by=MATTER")))) {
            var line = book.getSheetAt(0).getRow(1);
            assertThat(line.getCell(5).getNumericCellValue())
                    .isEqualTo(whole.get("registered").asDouble());
            assertThat(line.getCell(14).getNumericCellValue())
                    .isEqualTo(whole.at("/rates/0/shrunk").asDouble());
            assertThat(line.getCell(14).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
        }
    }

    @Test
    void outOfReachLooksLikeAbsentAndBadInputIsNamed() {
        Browser own = staffOnPost("baihuahu-leader");
        own.get("/api/insight/rates?area=360502001002").expect(404);
        own.get("/api/insight/rates?area=999999999999").expect(404);
        own.get("/api/insight/rates?area=360502001002&by=UNIT").expect(404);
        own.get("/api/insight/rates/file?area=360502001002").expect(404);
        Browser leader = staffOnPost("city-leader");
        leader.get("/api/insight/rates?by=STAR").expect(400);
        leader.get("/api/insight/rates?by=AREA&kind=moon").expect(400);
        leader.get("/api/insight/rates?from=2026-02-30").expect(400);
        leader.get("/api/insight/rates?offset=-1").expect(400);
        leader.get("/api/insight/rates?limit=1000").expect(400);
        staffOnPost("urban-clerk").get("/api/insight/rates").expect(403);
        browser().get("/api/insight/rates").expect(401);
    }

    @Test
    void theNumberOfStatementsIsTheSameForAllSizes() {
        Browser leader = staffOnPost("city-leader");
        rates(leader, "by=UNIT");
        assertThat(statements.during("ticket", () -> rates(leader, "by=UNIT&limit=1")))
                .isEqualTo(1);
        submit();
        submit();
        assertThat(statements.during("ticket", () -> rates(leader, "by=AREA&limit=100")))
                .isEqualTo(1);
    }
}
