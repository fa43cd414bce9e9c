package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever tells of danger to life is told whom to call, and is looked at first; a guess is neither named nor timed. */
class DangerHttpTest extends TicketHttpTest {
    @Autowired
    private JdbcTemplate rows;

    private static final String FIRE = "云栖里小区2栋3楼着火了，冒黑烟";

    @Test
    void anybodyWhoWritesIsToldWhomToCall() {
        JsonNode told = ways(browser(), FIRE);
        assertThat(texts(told.get("dangers"), "line")).containsExactly("119");
        assertThat(told.at("/dangers/0/say").asString()).contains("拨打 119");
        assertThat(texts(told.at("/dangers/0/words"))).containsExactly("着火", "冒黑烟");
        assertThat(ways(browser().reading("en"), FIRE).at("/dangers/0/name").asString())
                .isEqualTo("Fire");
        assertThat(ways(browser(), "小区路灯坏了").get("dangers").size()).isZero();
        String letter = FIRE + "，去年的事至今没有人给业主一个说法。".repeat(10);
        assertThat(ways(browser(), letter).get("dangers").size())
                .as("nobody in danger writes a long letter")
                .isZero();
    }

    @Test
    void whatIsSettledElsewhereIsShownItsWay() {
        JsonNode told = ways(browser(), "劳动仲裁裁决我不服，还要去信访");
        assertThat(texts(told.get("ways"), "code")).containsExactly("statutory");
        assertThat(told.at("/ways/0/wayOpen").asString()).contains("有管辖权的机关");
        assertThat(texts(told.at("/ways/0/words"))).containsExactly("仲裁", "信访");
    }

    @Test
    void theAppealIsFiledAndComesFirstWithTheWordsThatTellSo() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, FIRE);
        JsonNode decision = receipt.get("decision");
        assertThat(texts(decision.get("dangers"), "line")).containsExactly("119");
        assertThat(decision.get("unit").isNull()).isTrue();
        assertThat(decision.get("matter").isNull()).isTrue();
        assertThat(texts(decision.get("reasons"), "code"))
                .startsWith("DANGER")
                .doesNotContain("LIMIT", "MATTER_UNSURE");
        assertThat(decision.at("/reasons/0/text").asString()).contains("着火", "119");
        JsonNode ticket = ticket(dispatcher(), id(receipt));
        assertThat(ticket.get("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(texts(ticket.at("/decision/dangers"), "line")).containsExactly("119");
        assertThat(ticket.get("dueAt").isNull()).isFalse();
        String older = id(submit(resident, "嗯嗯啊啊，鹇楼", GRID, false));
        rows.update("update ticket.ticket set due_at = due_at - interval '3 days' where id = ?::uuid", older);
        submit(resident, "云栖里鹇楼着火了");
        List<String> queue = texts(
                dispatcher()
                        .get("/api/tickets?queue=triage&sort=due&q=" + URLEncoder.encode("鹇楼", StandardCharsets.UTF_8))
                        .expect(200)
                        .body()
                        .get("items"),
                "urgency");
        assertThat(queue.indexOf("NORMAL")).isGreaterThan(queue.lastIndexOf("EMERGENCY"));
        act(dispatcher(), id(receipt), "classifications", Map.of("matterCode", "safe-fire", "areaCode", GRID))
                .expect(200);
        assertThat(texts(ticket(dispatcher(), id(receipt)).at("/decision/dangers"), "line"))
                .containsExactly("119");
    }

    @Test
    void anUnsureGuessIsNeitherNamedToTheResidentNorTimed() {
        Browser resident = resident();
        JsonNode receipt = submitUnclear(resident);
        assertThat(texts(receipt.at("/decision/reasons"), "code")).doesNotContain("LIMIT", "MATTER_UNSURE");
        assertThat(receipt.at("/decision/matter").isNull()).isTrue();
        JsonNode mine =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(mine.at("/decision/matter").isNull()).isTrue();
        assertThat(mine.get("dueAt").isNull()).isTrue();
        JsonNode read = resident.post(
                        "/api/appeals/understandings", Map.of("words", "嗯嗯啊啊", "place", Map.of("areaCode", GRID)))
                .expect(200)
                .body();
        assertThat(read.get("matter").isNull()).isTrue();
        assertThat(texts(read.get("reasons"), "code")).doesNotContain("LIMIT", "MATTER_UNSURE");
        JsonNode staff = ticket(dispatcher(), id(receipt));
        assertThat(texts(staff.at("/decision/reasons"), "code")).contains("LIMIT");
    }

    private static JsonNode ways(Browser who, String words) {
        return who.post("/api/other-ways", Map.of("words", words)).expect(200).body();
    }
}
