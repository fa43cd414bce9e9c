package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.policy.Keepers;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A duty list is changed: what it would have changed is what it then changes, and what was decided stays decided. */
class WhatIfHttpTest extends TicketHttpTest {
    private static final String LIFTS =
            "prop-lift,community,kind:property_firm,kind:street_office,《中华人民共和国特种设备安全法》第四十五条,2h";
    private static final String LIFTS_NEW =
            "prop-lift,community,kind:street_office,kind:property_firm,《中华人民共和国特种设备安全法》第四十五条,4h";
    private static final String MANHOLES =
            "fac-manhole,county,kind:urban_management,kind:street_office,《城市道路管理条例》第二十三条,2h";
    private static final String MANHOLES_NEW =
            "fac-manhole,county,kind:urban_management,kind:street_office,《城市道路管理条例》第二十三条,1h";

    @Autowired
    private DecisionRepository decisions;

    @Autowired
    private Dispatcher dispatcher;

    @Test
    void aWhatIfIsWhatDispatchThenDoes() throws Exception {
        Browser keeper = staffOnPost("city-list-keeper");
        List<String> tickets = new ArrayList<>();
        for (String words : List.of(LIFT, MANHOLE, LIFT, "嗯嗯啊啊", "广场舞音响声音太大")) {
            tickets.add(id(submit(resident(), words)));
        }
        String duty = Keepers.text(keeper, "duty");
        String draft =
                Keepers.draft(keeper, "duty", duty.replace(LIFTS, LIFTS_NEW).replace(MANHOLES, MANHOLES_NEW));
        assertThat(keeper.get(draft + "/difference")
                        .expect(200)
                        .body()
                        .at("/items/0/label")
                        .asString())
                .isNotEmpty();

        JsonNode run = whatIf(keeper, draft);
        assertThat(run.get("read").asLong())
                .isEqualTo(run.get("total").asLong())
                .isGreaterThanOrEqualTo(5);
        Map<String, JsonNode> told = told(keeper, draft);

        Keepers.publish(keeper, draft, null).expect(200);
        try {
            for (String ticket : tickets) {
                StoredDecision stored = decisions.last(UUID.fromString(ticket)).orElseThrow();
                DispatchDecision again =
                        dispatcher.session().decide(asked(stored.facts())).decision();
                JsonNode change = told.get(ticket);
                if (change == null) {
                    assertThat(again.unit()).isEqualTo(stored.decision().unit());
                    assertThat(again.deadline().at())
                            .isEqualTo(stored.decision().deadline().at());
                } else {
                    assertThat(change.get("to").asString())
                            .isEqualTo(Objects.requireNonNull(again.unit()).name());
                    assertThat(Instant.parse(change.get("dueAfter").asString()))
                            .isCloseTo(again.deadline().at(), within(1, ChronoUnit.MILLIS));
                }
                JsonNode replay = dispatcher()
                        .get("/api/tickets/" + ticket + "/replays")
                        .expect(200)
                        .body();
                assertThat(replay.get("same").asBoolean()).as(replay.toString()).isTrue();
            }
            assertThat(told.keySet()).contains(tickets.get(0), tickets.get(1), tickets.get(2));
            assertThat(told).doesNotContainKeys(tickets.get(3), tickets.get(4));
            assertThat(run.at("/tally/elsewhere").asLong()).isGreaterThanOrEqualTo(2);
            assertThat(run.get("moves").toString()).contains("城南街道办事处");
            assertThat(run.get("areas")).isNotEmpty();
            assertThat(lead(id(submit(resident(), LIFT)))).isEqualTo("城南街道办事处");
        } finally {
            Keepers.putInForce(keeper, "duty", duty);
        }
        assertThat(lead(id(submit(resident(), LIFT)))).isEqualTo("睦和物业服务有限公司");
    }

    @Test
    void publishingWhileTicketsComeInLeavesEachWithOneVersion() throws Exception {
        Browser keeper = staffOnPost("city-list-keeper");
        String duty = Keepers.text(keeper, "duty");
        List<String> tickets = new ArrayList<>();
        Thread filing = Thread.ofVirtual().start(() -> {
            Browser resident = resident();
            for (int i = 0; i < 12; i++) {
                tickets.add(id(submit(resident, i % 2 == 0 ? LIFT : MANHOLE)));
            }
        });
        Keepers.putInForce(keeper, "duty", duty.replace(LIFTS, LIFTS_NEW));
        Keepers.putInForce(keeper, "duty", duty);
        filing.join();
        assertThat(tickets).hasSize(12);
        Browser desk = dispatcher();
        for (String ticket : tickets) {
            StoredDecision stored = decisions.last(UUID.fromString(ticket)).orElseThrow();
            assertThat(stored.packVersions()).containsKey("duty");
            assertThat(desk.get("/api/tickets/" + ticket + "/replays")
                            .expect(200)
                            .body()
                            .get("same")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void whoeverMayNotPublishMayNotTryAndOtherTablesAreNotAsked() {
        Browser keeper = staffOnPost("city-list-keeper");
        String kinds = Keepers.draft(keeper, "task_kinds", Keepers.text(keeper, "task_kinds") + "kite,放风筝\n");
        JsonNode view = keeper.get(kinds + "/what-if").expect(200).body();
        assertThat(view.get("applies").asBoolean()).isFalse();
        assertThat(view.get("run").isNull()).isTrue();
        assertThat(keeper.post(kinds + "/what-ifs", Map.of("days", 90))
                        .expect(422)
                        .code())
                .isEqualTo("what-if-other-table");
        keeper.post(kinds + "/what-ifs", Map.of("days", 0)).expect(400);
        keeper.get(kinds + "/what-if/tickets").expect(404);
        dispatcher().get(kinds + "/what-if").expect(403);
        dispatcher().post(kinds + "/what-ifs", Map.of("days", 90)).expect(403);
        keeper.post("/api/policy/drafts/" + UUID.randomUUID() + "/what-ifs", Map.of("days", 9))
                .expect(404);
    }

    private static JsonNode whatIf(Browser keeper, String draft) throws InterruptedException {
        keeper.post(draft + "/what-ifs", Map.of("days", 1)).expect(200);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            JsonNode run = keeper.get(draft + "/what-if").expect(200).body().get("run");
            if (run.get("state").asString().equals("DONE")) {
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the what-if did not end");
    }

    /** What would have been otherwise, by ticket. */
    private static Map<String, JsonNode> told(Browser keeper, String draft) {
        Map<String, JsonNode> told = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = keeper.get(draft + "/what-if/tickets?limit=100&cursor=" + cursor)
                    .expect(200)
                    .body();
            page.get("items").forEach(row -> told.put(row.get("ticketId").asString(), row));
            cursor = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!cursor.isEmpty());
        return told;
    }

    private String lead(String ticket) {
        return Objects.requireNonNull(decisions
                        .last(UUID.fromString(ticket))
                        .orElseThrow()
                        .decision()
                        .unit())
                .name();
    }

    /** The facts without what the directory answered then, as a decision of today begins. */
    private static DispatchFacts asked(DispatchFacts facts) {
        return new DispatchFacts(
                facts.cause(),
                facts.at(),
                facts.matterCode(),
                facts.matterConfidence(),
                facts.tellingWords(),
                facts.backing(),
                facts.areaPath(),
                facts.areaCode(),
                facts.areaKey(),
                facts.placedBy(),
                facts.placeConfidence(),
                facts.placeWords(),
                facts.chosenUnit(),
                facts.dueBefore(),
                List.of(),
                List.of());
    }
}
