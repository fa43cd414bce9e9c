package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What is not merged, and by whom. */
class MergeRefusalTest extends MergeScenes {
    @Autowired
    private JdbcTemplate rows;

    private String fresh() {
        return id(submit(resident(), LIFT));
    }

    private void refused(String code, Browser who, String kept, String... others) {
        Browser.Answer answer = merge(who, kept, others);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        for (String other : others) {
            assertThat(status(dispatcher(), other)).isNotEqualTo("MERGED");
        }
    }

    @Test
    void nothingBecomesPartOfItselfOrOfWhatIsOver() {
        Browser dispatcher = dispatcher();
        String kept = fresh();
        String other = fresh();
        refused("merge-itself", dispatcher, kept, kept);
        refused("merge-twice", dispatcher, kept, other, other);
        String over = fresh();
        resolve(firm(), over);
        refused("merge-not-open", dispatcher, over, kept);
        refused("merge-not-open", dispatcher, kept, over);
        merge(dispatcher, kept, other).expect(200);
        assertThat(merge(dispatcher, fresh(), other).expect(422).code()).isEqualTo("merge-not-open");
        refused("merge-not-open", dispatcher, other, kept);
        Map<String, Object> order = Map.of(
                "ticketId",
                other,
                "unitId",
                unit(dispatcher, "property"),
                "words",
                "今日抢修",
                "dueAt",
                tomorrow() + "T08:00:00Z");
        assertThat(coordinator().post("/api/directives", order).expect(422).code())
                .isEqualTo("directive-merged");
    }

    @Test
    void whatOthersDecideOrDoAboutATicketStaysThere() {
        Browser dispatcher = dispatcher();
        Browser firm = firm();
        String kept = fresh();
        Browser community = community();
        String whistled = inHand(resident(), community);
        blown(community, whistled, "property");
        refused("merge-whistle-open", dispatcher, kept, whistled);

        String returned = fresh();
        act(firm, returned, "returns", toTheCity("属城管")).expect(200);
        refused("merge-return-open", dispatcher, kept, returned);

        String ordered = fresh();
        Map<String, Object> order = Map.of(
                "ticketId",
                ordered,
                "unitId",
                unit(dispatcher, "property"),
                "words",
                "今日抢修",
                "dueAt",
                tomorrow() + "T08:00:00Z");
        coordinator().post("/api/directives", order).expect(201);
        refused("merge-order-open", dispatcher, kept, ordered);

        String deferred = fresh();
        rows.update(
                "insert into ticket.deferral (id, ticket_id, kind, state, unit_id, approver_id, reason, plan,"
                        + " extension, asked_at, version)"
                        + " select gen_random_uuid(), id, 'EXTENSION', 'ASKED', lead_unit_id, lead_unit_id,"
                        + " '雨天', '雨停后', '2wd', now(), 1 from ticket.ticket where id = ?",
                UUID.fromString(deferred));
        refused("merge-deferral-open", dispatcher, kept, deferred);

        // such a ticket may go on, and take the others in
        JsonNode plan = plan(dispatcher, kept, deferred);
        assertThat(plan.get("proposedId").asString()).isEqualTo(deferred);
        merge(dispatcher, whistled, kept).expect(200);
        assertThat(act(dispatcher, kept, "classifications", Map.of("matterCode", "prop-lift"))
                        .expect(422)
                        .code())
                .isEqualTo("ticket-step");
    }

    @Test
    void whatAUnitWorksOnDoesNotGoBackToWhereNobodyDoes() {
        String waiting = id(submitUnclear(resident()));
        String worked = fresh();
        refused("merge-untriaged", dispatcher(), waiting, worked);
        assertThat(plan(dispatcher(), waiting, worked).get("proposedId").asString())
                .isEqualTo(worked);
    }

    @Test
    void whatIsMoreUrgentGoesOn() {
        String urgent = fresh();
        String kept = fresh();
        rows.update("update ticket.ticket set urgency = 'NORMAL' where id = ?", UUID.fromString(kept));
        rows.update("update ticket.ticket set urgency = 'URGENT' where id = ?", UUID.fromString(urgent));
        refused("merge-urgent", dispatcher(), kept, urgent);
        assertThat(plan(dispatcher(), kept, urgent).get("proposedId").asString())
                .isEqualTo(urgent);
        merge(dispatcher(), urgent, kept).expect(200);
    }

    @Test
    void whatWasReopenedGoesOnAndAnExclusionIsDecidedFirst() {
        Browser author = resident();
        JsonNode receipt = submit(author, LIFT);
        String again = id(receipt);
        resolve(firm(), again);
        my(author, appealId(receipt), "verdicts", verdict(false)).expect(200);
        Browser dispatcher = dispatcher();
        String kept = fresh();
        refused("merge-round", dispatcher, kept, again);
        String twice = id(submit(resident(), LIFT));
        Browser firm = firm();
        Map<String, Object> wish = new HashMap<>(
                Map.of("reasonCode", "untrue", "words", "经现场核实，电梯运行正常", "photoIds", List.of(upload(firm))));
        act(firm, again, "exclusions", wish).expect(201);
        rows.update("update ticket.ticket set round = 1 where id = ?", UUID.fromString(twice));
        refused("merge-exclusion-open", dispatcher, twice, again);
        JsonNode plan = plan(dispatcher, kept, again);
        assertThat(plan.get("proposedId").asString()).isEqualTo(kept);
        assertThat(plan.at("/tickets/0/obstacle").asString()).contains("剔除申请");
        // or what the rates leave out would grow while others decide about it
        refused("merge-exclusion-open", dispatcher, again, kept);
    }

    @Test
    void whoDoesNotReachATicketFindsNoneAndWhoReachesItMayStillNotMerge() {
        String lift = fresh();
        String other = fresh();
        String manhole = id(submit(resident(), MANHOLE));
        merge(resident(), lift, other).expect(404);
        merge(urban(), manhole, lift).expect(404);
        merge(firm(), lift, manhole).expect(404);
        assertThat(plan(firm(), lift, manhole).get("tickets").size()).isEqualTo(1);
        refused("merge-not-yours", firm(), lift, other);
        assertThat(plan(firm(), lift, other).get("proposedId").isNull()).isTrue();
        refused("merge-not-yours", staffOnPost("city-leader"), lift, other);
    }

    @Test
    void aConvenerMergesWhatTheOwnUnitHasAndGainsNoTime() {
        Browser community = community();
        String one = inHand(resident(), community);
        String two = inHand(resident(), community);
        rows.update("update ticket.ticket set due_at = due_at + interval '1 hour' where id = ?", UUID.fromString(one));
        refused("merge-sooner-due", community, one, two);
        Instant due = Instant.parse(ticket(community, two).get("dueAt").asString());
        merge(community, two, one).expect(200);
        assertThat(Instant.parse(ticket(community, two).get("dueAt").asString()))
                .isEqualTo(due);
        assertThat(status(community, one)).isEqualTo("MERGED");
        assertThat(rows.queryForObject(
                        "select count(*) from ticket.ticket where id = ? and alarm_at is null and paused_until is null",
                        Integer.class,
                        UUID.fromString(one)))
                .isEqualTo(1);
    }

    @Test
    void twoMergesAtTheSameMomentDoNotCross() throws Exception {
        Browser dispatcher = dispatcher();
        Browser another = staffOnPost("hotline-clerk");
        for (int i = 0; i < 5; i++) {
            String a = fresh();
            String b = fresh();
            Map<String, Object> into = merging(dispatcher, a, b);
            Map<String, Object> back = merging(dispatcher, b, a);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Callable<Integer>> calls = List.of(
                        () -> dispatcher
                                .post("/api/tickets/" + a + "/merges", into)
                                .status(),
                        () -> another.post("/api/tickets/" + b + "/merges", back)
                                .status());
                List<Integer> answers = both.invokeAll(calls).stream()
                        .map(MergeRefusalTest::known)
                        .sorted()
                        .toList();
                assertThat(answers).containsExactly(200, 409);
            }
            assertThat(List.of(status(dispatcher, a), status(dispatcher, b)))
                    .containsExactlyInAnyOrder("MERGED", "DISPATCHED");
        }
    }

    private static int known(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePlanProposesTheOldest() {
        Browser dispatcher = dispatcher();
        JsonNode plan = plan(dispatcher, fresh(), fresh(), fresh());
        assertThat(plan.get("tickets").size()).isEqualTo(3);
        assertThat(plan.get("proposedId")).isEqualTo(plan.at("/tickets/0/id"));
        assertThat(plan.at("/tickets/0/obstacle").isNull()).isTrue();
        assertThat(plan.at("/tickets/0/words").asString()).contains("电梯");
    }
}
