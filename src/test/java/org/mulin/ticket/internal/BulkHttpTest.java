package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One step for many tickets: each stands or falls by itself. */
class BulkHttpTest extends TicketHttpTest {
    @Autowired
    private StatementCount statements;

    @Test
    void onlyWhatAllOfThemAllowIsOffered() {
        Browser urban = urban();
        String fresh = id(submit(resident(), MANHOLE));
        String taken = id(submit(resident(), MANHOLE));
        act(urban, taken, "acceptances", Map.of()).expect(200);
        assertThat(texts(plan(urban, fresh).get("allowed"))).containsExactly("ACCEPT");
        assertThat(texts(plan(urban, taken).get("allowed"))).containsExactly("ASSIGN", "REPLY");
        JsonNode both = plan(urban, fresh, taken);
        assertThat(texts(both.get("allowed"))).isEmpty();
        assertThat(texts(both.get("tickets"), "id")).containsExactly(fresh, taken);
        assertThat(both.at("/tickets/0/deeds/0/to").asString()).isEqualTo("ACCEPTED");
        assertThat(texts(plan(dispatcher(), fresh, taken).get("allowed"))).containsExactly("TRANSFER");
        assertThat(plan(firm(), fresh).get("tickets").size()).isZero();
        resident().post("/api/bulk-plans", Map.of("ticketIds", List.of(fresh))).expect(404);
    }

    @Test
    void planningCostsTheSameHoweverManyAreSelected() {
        Browser urban = urban();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(id(submit(resident(), MANHOLE)));
        }
        int one = statements.during("ticket", () -> plan(urban, ids.getFirst()));
        assertThat(statements.during("ticket", () -> plan(urban, ids.toArray(String[]::new))))
                .isEqualTo(one)
                .isEqualTo(3);
    }

    @Test
    void whatFailsIsToldTicketByTicketAndTheRestIsDone() {
        Browser urban = urban();
        String good = id(submit(resident(), MANHOLE));
        String changed = id(submit(resident(), MANHOLE));
        String taken = id(submit(resident(), MANHOLE));
        String foreign = id(submit(resident(), LIFT));
        act(urban, taken, "acceptances", Map.of()).expect(200);
        List<Map<String, Object>> targets = List.of(
                target(urban, good),
                Map.of("id", changed, "version", 1),
                target(urban, taken),
                Map.of("id", foreign, "version", 2));
        String body = json.writeValueAsString(Map.of("action", "ACCEPT", "tickets", targets));
        String key = UUID.randomUUID().toString();
        JsonNode first = urban.post("/api/bulk-steps", body, key).expect(200).body();
        assertThat(texts(first, "outcome")).containsExactly("DONE", "CHANGED", "REFUSED", "ABSENT");
        assertThat(first.at("/2/code").asString()).isEqualTo("ticket-step");
        assertThat(first.at("/2/reason").asString()).contains("办理中");
        assertThat(ticket(urban, good).get("status").asString()).isEqualTo("ACCEPTED");
        assertThat(ticket(urban, changed).get("status").asString()).isEqualTo("DISPATCHED");

        long version = ticket(urban, good).get("version").asLong();
        JsonNode again = urban.post("/api/bulk-steps", body, key).expect(200).body();
        assertThat(texts(again, "outcome")).containsExactly("DONE", "CHANGED", "REFUSED", "ABSENT");
        assertThat(ticket(urban, good).get("version").asLong()).isEqualTo(version);
    }

    @Test
    void aTemplateBecomesEachTicketsOwnWords() {
        Browser urban = urban();
        Browser resident = resident();
        List<JsonNode> receipts = List.of(submit(resident, MANHOLE), submit(resident, MANHOLE));
        for (JsonNode receipt : receipts) {
            act(urban, id(receipt), "acceptances", Map.of()).expect(200);
        }
        JsonNode results = step(
                        urban,
                        "REPLY",
                        Map.of("words", "您反映的{事项}（{编号}）正由{单位}办理"),
                        receipts.stream().map(TicketHttpTest::id).toArray(String[]::new))
                .expect(200)
                .body();
        assertThat(texts(results, "outcome")).containsOnly("DONE");
        for (JsonNode receipt : receipts) {
            assertThat(ticket(urban, id(receipt)).get("timeline").toString())
                    .contains("（" + receipt.get("number").asString() + "）正由")
                    .doesNotContain("{单位}");
        }
    }

    @Test
    void aDispatcherMovesAndClosesManyAndWhatIsMissingIsMissingForAll() {
        Browser dispatcher = dispatcher();
        String[] ids = {id(submit(resident(), LIFT)), id(submit(resident(), MANHOLE))};
        String urban = TicketJourneyTest.unit(dispatcher, "urban");
        JsonNode moved = step(dispatcher, "TRANSFER", Map.of("unitId", urban, "words", "请统一处置"), ids)
                .expect(200)
                .body();
        assertThat(texts(moved, "outcome")).containsExactly("DONE", "REFUSED");
        assertThat(moved.at("/1/code").asString()).isEqualTo("transfer-same-unit");
        step(dispatcher, "TRANSFER", Map.of("words", "请统一处置"), ids).expect(400);
        step(dispatcher, "CLOSE", Map.of(), ids).expect(400);
        step(dispatcher, "CLOSE", Map.of("words", "\u200b"), ids).expect(400);
        step(dispatcher, "RESOLVE", Map.of("words", "好了"), ids).expect(400);
        assertThat(texts(
                        step(dispatcher, "CLOSE", Map.of("words", "结"), ids)
                                .expect(200)
                                .body(),
                        "code"))
                .containsOnly("ticket-step");
    }

    @Test
    void moreThanTheSettingAreRefusedBeforeAnyIsTouched() {
        Browser urban = urban();
        List<String> many = new ArrayList<>();
        int most = TicketSettings.BULK_TICKETS.fallback();
        for (int i = 0; i < 10 * most; i++) {
            many.add(new UUID(1, i).toString());
        }
        JsonNode refused = urban.post("/api/bulk-plans", Map.of("ticketIds", many))
                .expect(422)
                .body();
        assertThat(refused.get("code").asString()).isEqualTo("bulk-too-many");
        assertThat(refused.get("detail").asString()).contains(most + " 件工单");
        List<Map<String, Object>> targets = many.stream()
                .map(id -> Map.<String, Object>of("id", id, "version", 1))
                .toList();
        assertThat(urban.post("/api/bulk-steps", Map.of("action", "ACCEPT", "tickets", targets))
                        .expect(422)
                        .code())
                .isEqualTo("bulk-too-many");
        urban.post("/api/bulk-plans", Map.of("ticketIds", List.of())).expect(400);
    }

    private static JsonNode plan(Browser who, String... ids) {
        return who.post("/api/bulk-plans", Map.of("ticketIds", List.of(ids)))
                .expect(200)
                .body();
    }

    private static Browser.Answer step(Browser who, String action, Map<String, ?> inputs, String... ids) {
        Map<String, Object> body = new HashMap<>(inputs);
        body.put("action", action);
        body.put("tickets", List.of(ids).stream().map(id -> target(who, id)).toList());
        return who.post("/api/bulk-steps", body);
    }

    private static Map<String, Object> target(Browser who, String id) {
        return Map.of("id", id, "version", ticket(who, id).get("version").asLong());
    }
}
