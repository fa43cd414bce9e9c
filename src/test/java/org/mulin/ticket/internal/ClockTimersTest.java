package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.ticket.ClockChange;
import tools.jackson.databind.JsonNode;

/** Reviews and escalations: timers that go off once, on however many nodes. */
class ClockTimersTest extends ClockScenes {
    @Test
    void aReviewIsCalledUpOnceAndContinuedOrEndsByItself() {
        Browser urban = urban();
        String id = accepted(urban);
        ask(urban, id, suspension(5)).expect(200);
        Browser county = county();
        decide(county, clock(county, id), "GRANT", Map.of()).expect(200);
        assertThat(decide(
                                county,
                                clock(county, id),
                                "CONTINUE",
                                Map.of("reviewOn", workingDayIn(9).toString()))
                        .expect(422)
                        .code())
                .isEqualTo("deferral-state");
        ring("deferral", id);
        sweepFromManyNodes();
        assertThat(clock(county, id).at("/deferrals/0/state").asString()).isEqualTo("REVIEW");
        assertThat(changes(id).stream().filter(ClockChange.REVIEW::equals)).hasSize(1);
        decide(county, clock(county, id), "CONTINUE", Map.of()).expect(400);
        Instant first = due(clock(county, id));
        JsonNode longer = decide(
                        county,
                        clock(county, id),
                        "CONTINUE",
                        Map.of("reviewOn", workingDayIn(20).toString()))
                .expect(200)
                .body();
        assertThat(longer.at("/deferrals/0/state").asString()).isEqualTo("RUNNING");
        assertThat(due(longer)).isAfter(first);
        ring("deferral", id);
        sweepFromManyNodes();
        ring("deferral", id);
        sweepFromManyNodes();
        JsonNode ended = clock(county, id);
        assertThat(ended.at("/deferrals/0/state").asString()).isEqualTo("ENDED");
        assertThat(ended.get("pausedUntil").isNull()).isTrue();
        assertThat(changes(id).stream().filter(ClockChange.RESUME::equals)).hasSize(1);
        assertThat(ticket(urban, id)
                        .get("timeline")
                        .valueStream()
                        .toList()
                        .getLast()
                        .get("who")
                        .asString())
                .isEqualTo("系统");
    }

    @Test
    void whatIsLateGoesUpLevelByLevelOnceEach() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, MANHOLE);
        String id = id(receipt);
        Browser urban = urban();
        act(urban, id, "acceptances", Map.of()).expect(200);
        act(urban, id, "replies", words("已到现场设置围挡")).expect(200);
        later(id);
        ask(urban, id, extension("1d")).expect(200);
        Browser county = county();
        int before = tickets(county, "queue=supervised");
        late(id);
        sweepFromManyNodes();
        JsonNode first = clock(county, id);
        assertThat(texts(first.get("escalations"), "level")).containsExactly("COUNTY");
        assertThat(texts(first.at("/escalations/0/tried"), "action")).contains("ACCEPT", "REPLY");
        assertThat(first.at("/deferrals/0/state").asString())
                .as("nobody decided in time")
                .isEqualTo("LAPSED");
        assertThat(first.get("maySupervise").asBoolean()).isTrue();
        assertThat(tickets(county, "queue=supervised")).isEqualTo(before + 1);
        act(county, id, "supervisions", Map.of("words", "请今天内恢复井盖")).expect(200);
        assertThat(act(urban, id, "supervisions", Map.of("words", "我来督办自己"))
                        .expect(403)
                        .code())
                .isEqualTo("supervision-not-yours");

        ring("escalation", id);
        sweepFromManyNodes();
        JsonNode second = clock(county, id);
        assertThat(texts(second.get("escalations"), "level")).containsExactly("COUNTY", "CITY");
        assertThat(second.at("/escalations/0/endedAt").isNull()).isFalse();
        ring("escalation", id);
        sweepFromManyNodes();
        assertThat(texts(clock(county, id).get("escalations"), "level"))
                .as("the city is the top")
                .hasSize(2);
        assertThat(changes(id).stream().filter(ClockChange.ESCALATE::equals)).hasSize(2);
        JsonNode now = ticket(urban, id);
        assertThat(now.get("timeline").size())
                .as("history explains the version")
                .isEqualTo(now.get("version").asInt());
        assertThat(texts(
                        resident.get("/api/my/appeals/" + appealId(receipt))
                                .expect(200)
                                .body()
                                .get("timeline"),
                        "action"))
                .contains("ESCALATE")
                .doesNotContain("SUPERVISE", "DEFER");

        act(urban, id, "resolutions", Map.of("words", "井盖已恢复", "photoIds", List.of(upload(urban))))
                .expect(200);
        assertThat(clock(county, id).at("/escalations/1/endedAt").isNull()).isFalse();
        assertThat(tickets(county, "queue=supervised")).isEqualTo(before);
    }
}
