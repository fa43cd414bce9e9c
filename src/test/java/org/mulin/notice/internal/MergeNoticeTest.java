package org.mulin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** Everyone whose ticket was merged is told with which number it goes on; who was there already is not. */
class MergeNoticeTest extends NoticeHttpTest {
    @Test
    void authorsOfTheMergedTicketAndBothUnitsAreTold() {
        Browser first = resident();
        Browser second = resident();
        JsonNode kept = lift(first);
        JsonNode other = lift(second);
        Browser desk = staffOnPost("hotline-clerk");
        settle();
        JsonNode seen = desk.get("/api/tickets/" + id(other)).expect(200).body();
        act(
                desk,
                id(kept),
                "merges",
                Map.of(
                        "words",
                        "同一部电梯",
                        "tickets",
                        List.of(Map.of(
                                "id", id(other), "version", seen.get("version").asLong()))));
        settle();
        String number = kept.get("number").asString();
        assertThat(texts(second, id(kept))).containsExactly("“电梯故障”已与另外 1 件同类诉求合并办理（工单 " + number + "）。");
        assertThat(texts(second.reading("en"), id(kept)).getFirst())
                .isEqualTo("“电梯故障” is handled together with others about the same (1 more; ticket " + number + ").");
        assertThat(texts(first, id(kept))).noneMatch(text -> text.contains("合并办理"));
        Browser firm = staffOnPost("property-clerk");
        assertThat(texts(firm, id(other))).anyMatch(text -> text.contains("已并入工单 " + number));
        assertThat(texts(firm, id(kept)))
                .anyMatch(text -> text.contains("工单 " + other.get("number").asString() + " 反映同一问题，已并入"));
        act(firm, id(kept), "acceptances", Map.of());
        settle();
        assertThat(texts(second, id(kept))).anyMatch(text -> text.contains("taken up"));
        assertThat(one(
                        "select count(*) from notice.delivery where appeal_id = ?::uuid and text_code like '%merged'",
                        Integer.class, other.get("appealId").asString()))
                .isEqualTo(1);
    }

    @Test
    void whoHasTwoAppealsInATicketIsToldOnce() {
        Browser both = resident();
        JsonNode kept = lift(both);
        JsonNode other = lift(both);
        Browser desk = staffOnPost("hotline-clerk");
        JsonNode seen = desk.get("/api/tickets/" + id(other)).expect(200).body();
        act(
                desk,
                id(kept),
                "merges",
                Map.of(
                        "words",
                        "同一部电梯",
                        "tickets",
                        List.of(Map.of(
                                "id", id(other), "version", seen.get("version").asLong()))));
        act(staffOnPost("property-clerk"), id(kept), "acceptances", Map.of());
        settle();
        assertThat(texts(both, id(kept)).stream().filter(text -> text.contains("受理")))
                .hasSize(1);
        assertThat(one(
                        "select count(*) from notice.delivery where appeal_id in (?::uuid, ?::uuid)"
                                + " and text_code like '%accepted'",
                        Integer.class,
                        kept.get("appealId").asString(),
                        other.get("appealId").asString()))
                .isEqualTo(1);
    }

    private static List<String> texts(Browser reader, String ticketId) {
        return inbox(reader, ticketId).stream()
                .map(message -> message.get("text").asString())
                .toList();
    }
}
