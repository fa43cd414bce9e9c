package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.ticket.ClockChange;
import tools.jackson.databind.JsonNode;

/** Suspension and extension over HTTP: who may, what it does to the deadline, what is refused. */
class ClockHttpTest extends ClockScenes {
    @Test
    void aHigherLevelStopsTheClockAndTheResidentSeesWhy() {
        Browser resident = resident();
        JsonNode receipt = submit(resident, MANHOLE);
        String id = id(receipt);
        Browser urban = urban();
        act(urban, id, "acceptances", Map.of()).expect(200);
        later(id);
        Browser county = county();
        county.get("/api/tickets/" + id).expect(404);
        JsonNode before = clock(urban, id);
        assertThat(texts(before.get("mayAsk"), "kind")).containsExactly("SUSPENSION", "EXTENSION");
        assertThat(before.at("/mayAsk/0/approver").asString()).isEqualTo("渝水区政务服务管理局");

        JsonNode asked = ask(urban, id, suspension(10)).expect(200).body();
        assertThat(asked.at("/deferrals/0/state").asString()).isEqualTo("ASKED");
        assertThat(due(asked)).as("asking changes nothing").isEqualTo(due(before));
        assertThat(texts(asked.at("/deferrals/0/allowedActions"))).containsExactly("TAKE_BACK");
        assertThat(county.get("/api/deferrals")
                        .expect(200)
                        .body()
                        .at("/items/0/ticketId")
                        .asString())
                .isEqualTo(id);
        assertThat(decide(urban, asked, "GRANT", Map.of()).expect(403).code()).isEqualTo("deferral-party");

        JsonNode seen = clock(county, id);
        assertThat(texts(seen.at("/deferrals/0/allowedActions"))).containsExactly("GRANT", "DENY");
        JsonNode paused = decide(county, seen, "GRANT", Map.of()).expect(200).body();
        assertThat(paused.get("pausedUntil").isNull()).isFalse();
        assertThat(due(paused)).isAfter(Instant.parse(paused.get("pausedUntil").asString()));
        assertThat(texts(paused.get("steps"), "kind")).contains("PAUSED").endsWith("DUE");
        JsonNode mine =
                resident.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
        assertThat(mine.get("pausedUntil").isNull()).isFalse();
        assertThat(mine.get("timeline")
                        .valueStream()
                        .toList()
                        .getLast()
                        .get("words")
                        .asString())
                .isEqualTo("等厂家配件到货");
        assertThat(ask(urban, id, extension("1d")).expect(422).code()).isEqualTo("deferral-open");

        JsonNode resumed =
                decide(urban, clock(urban, id), "END", Map.of()).expect(200).body();
        assertThat(resumed.get("pausedUntil").isNull()).isTrue();
        assertThat(resumed.at("/deferrals/0/state").asString()).isEqualTo("ENDED");
        assertThat(resumed.get("steps").size()).isPositive();
        assertThat(ask(urban, id, suspension(10)).expect(422).code()).isEqualTo("deferral-times");
        assertThat(changes(id)).containsExactly(ClockChange.DEFER, ClockChange.SUSPEND, ClockChange.RESUME);
    }

    @Test
    void anExtensionIsReckonedOnAndProven() {
        Browser urban = urban();
        String id = accepted(urban);
        Browser county = county();
        Instant before = due(clock(urban, id));
        for (int time = 1; time <= 3; time++) {
            ask(urban, id, extension("1wd")).expect(200);
            decide(county, clock(county, id), "GRANT", Map.of()).expect(200);
        }
        JsonNode clock = clock(urban, id);
        assertThat(due(clock))
                .isEqualTo(Deadline.of(before, Limit.of("3wd"), calendar()).at());
        assertThat(texts(clock.get("steps"), "kind").stream().filter("EXTENDED"::equals))
                .hasSize(3);
        assertThat(texts(clock.get("mayAsk"), "kind")).containsExactly("SUSPENSION");
        assertThat(ask(urban, id, extension("1d")).expect(422).code()).isEqualTo("deferral-times");
    }

    @Test
    void aDenialIsExplainedAndARequestMayBeTakenBack() {
        Browser urban = urban();
        String id = accepted(urban);
        ask(urban, id, extension("1d")).expect(200);
        Browser county = county();
        Browser.Answer mute =
                decide(county, clock(county, id), "DENY", Map.of()).expect(400);
        assertThat(mute.body().at("/errors/0/field").asString()).isEqualTo("words");
        JsonNode denied = decide(county, clock(county, id), "DENY", Map.of("words", "人手足够"))
                .expect(200)
                .body();
        assertThat(denied.at("/deferrals/0/state").asString()).isEqualTo("DENIED");
        assertThat(denied.at("/deferrals/0/words").asString()).isEqualTo("人手足够");
        ask(urban, id, extension("1d")).expect(200);
        JsonNode back = decide(urban, clock(urban, id), "TAKE_BACK", Map.of())
                .expect(200)
                .body();
        assertThat(back.at("/deferrals/0/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(decide(county, back, "GRANT", Map.of()).expect(422).code()).isEqualTo("deferral-state");
    }

    @Test
    void badInputNamesItsFieldAndChangesNothing() {
        Browser urban = urban();
        String id = accepted(urban);
        long version = ticket(urban, id).get("version").asLong();
        refused(urban, id, without(suspension(5), "reason"), 400, "reason");
        refused(urban, id, with(suspension(5), "reason", " \u200b "), 400, "reason");
        refused(urban, id, with(suspension(5), "plan", "长".repeat(2001)), 400, "plan");
        refused(urban, id, without(suspension(5), "reviewOn"), 400, "reviewOn");
        refused(urban, id, with(suspension(5), "reviewOn", "2026-02-30"), 400, "reviewOn");
        refused(urban, id, with(suspension(5), "reviewOn", "2020-01-02"), 422, "reviewOn");
        refused(urban, id, with(suspension(5), "reviewOn", workingDayIn(300).toString()), 422, "reviewOn");
        refused(urban, id, without(extension("1d"), "extension"), 400, "extension");
        refused(urban, id, extension("三天"), 400, "extension");
        refused(urban, id, extension("30wd"), 422, "extension");
        refused(urban, id, with(extension("1d"), "kind", "FOREVER"), 400, "kind");
        assertThat(ticket(urban, id).get("version").asLong()).isEqualTo(version);
        assertThat(clock(urban, id).get("deferrals").size()).isZero();
    }

    @Test
    void whatIsOutOfReachIsAbsentAndWhatIsOldIsStale() {
        Browser urban = urban();
        String id = accepted(urban);
        JsonNode asked = ask(urban, id, suspension(5)).expect(200).body();
        String deferral = asked.at("/deferrals/0/id").asString();
        for (Browser stranger : List.of(staffOnPost("kuixinglu-clerk"), firm(), resident())) {
            stranger.get("/api/tickets/" + id + "/clock").expect(404);
            stranger.post("/api/tickets/" + id + "/deferrals", versioned(suspension(5), ticket(urban, id)))
                    .expect(404);
            stranger.post("/api/tickets/" + id + "/supervisions", Map.of("words", "请抓紧", "version", 1))
                    .expect(404);
            stranger.post("/api/deferrals/" + deferral + "/decisions", Map.of("action", "GRANT", "version", 1))
                    .expect(404);
        }
        assertThat(texts(firm().get("/api/deferrals").expect(200).body().get("items"), "id"))
                .doesNotContain(deferral);
        resident().get("/api/deferrals").expect(404);
        Map<String, Object> old = suspension(5);
        old.put("version", 1);
        urban.post("/api/tickets/" + id + "/deferrals", old).expect(409);
        Browser county = county();
        county.post("/api/deferrals/" + deferral + "/decisions", Map.of("action", "GRANT", "version", 9))
                .expect(409);
        assertThat(ask(county, id, suspension(5)).expect(403).code()).isEqualTo("deferral-party");
    }
}
