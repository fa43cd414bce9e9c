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

/** What was not solved goes back to the same unit, and one level higher each time somebody above watches. */
class ReopenedSupervisionTest extends ClockScenes {
    private JsonNode unsolved(Browser author, JsonNode receipt) {
        String id = id(receipt);
        Browser urban = urban();
        act(urban, id, "acceptances", Map.of()).expect(200);
        act(urban, id, "resolutions", Map.of("words", "井盖已恢复", "photoIds", List.of(upload(urban))))
                .expect(200);
        my(author, appealId(receipt), "verdicts", Map.of("contacted", true, "solved", false, "satisfaction", 1))
                .expect(200);
        return clock(county(), id);
    }

    private static JsonNode row(Browser who, String id) {
        return who.get("/api/tickets?q=" + ticket(who, id).get("number").asString())
                .expect(200)
                .body()
                .at("/items/0");
    }

    @Test
    void eachVerdictOfNotSolvedIsSupervisedOneLevelHigher() {
        Browser author = resident();
        JsonNode receipt = submit(author, MANHOLE);
        String id = id(receipt);
        int before = tickets(county(), "queue=supervised");
        JsonNode first = unsolved(author, receipt);
        assertThat(texts(first.get("escalations"), "cause")).containsExactly("UNSOLVED");
        assertThat(texts(first.get("escalations"), "level")).containsExactly("COUNTY");
        assertThat(texts(first.at("/escalations/0/tried"), "action")).contains("ACCEPT", "RESOLVE");
        assertThat(Instant.parse(first.at("/escalations/0/dueAt").asString()))
                .as("its own clock begins where the unit's ends")
                .isEqualTo(Deadline.of(due(first), Limit.of("1wd"), calendar()).at());
        assertThat(first.get("maySupervise").asBoolean()).isTrue();
        assertThat(tickets(county(), "queue=supervised")).isEqualTo(before + 1);
        JsonNode row = row(county(), id);
        assertThat(row.get("supervisedFor").asString()).isEqualTo("UNSOLVED");
        assertThat(row(urban(), id).get("supervisedFor").isNull()).isTrue();
        assertThat(changes(id)).containsExactly(ClockChange.OVERSEE);
        JsonNode last =
                ticket(county(), id).get("timeline").valueStream().toList().getLast();
        assertThat(last.get("action").asString()).isEqualTo("OVERSEE");
        assertThat(last.get("note").asString()).startsWith("未解决退回重办，由");

        JsonNode second = unsolved(author, receipt);
        assertThat(texts(second.get("escalations"), "level")).containsExactly("COUNTY", "CITY");
        assertThat(second.at("/escalations/0/endedAt").isNull())
                .as("over when the unit resolved it")
                .isFalse();
        JsonNode third = unsolved(author, receipt);
        assertThat(texts(third.get("escalations"), "level"))
                .as("who stands at the top supervises again")
                .containsExactly("COUNTY", "CITY", "CITY");
        assertThat(ticket(urban(), id).get("status").asString()).isEqualTo("DISPATCHED");
        assertThat(ticket(urban(), id).get("timeline").size())
                .as("history explains the version")
                .isEqualTo(ticket(urban(), id).get("version").asInt());
        assertThat(changes(id)).containsExactly(ClockChange.OVERSEE, ClockChange.OVERSEE, ClockChange.OVERSEE);
    }

    @Test
    void aDeadlineThatPassesUnderSupervisionStartsNoSecondRowOfLevels() {
        Browser author = resident();
        JsonNode receipt = submit(author, MANHOLE);
        String id = id(receipt);
        unsolved(author, receipt);
        ring("escalation", id);
        sweepFromManyNodes();
        JsonNode early = clock(county(), id);
        assertThat(texts(early.get("escalations"), "level"))
                .as("while the unit has time nobody above it is late")
                .containsExactly("COUNTY");
        late(id);
        sweepFromManyNodes();
        assertThat(texts(clock(county(), id).get("escalations"), "level")).containsExactly("COUNTY");
        ring("escalation", id);
        sweepFromManyNodes();
        JsonNode late = clock(county(), id);
        assertThat(texts(late.get("escalations"), "level")).containsExactly("COUNTY", "CITY");
        assertThat(texts(late.get("escalations"), "cause")).containsExactly("UNSOLVED", "OVERDUE");
        assertThat(changes(id)).containsExactly(ClockChange.OVERSEE, ClockChange.ESCALATE);
    }

    @Test
    void theSupervisorsOwnTimeFollowsTheUnitsDeadline() {
        Browser author = resident();
        JsonNode receipt = submit(author, MANHOLE);
        String id = id(receipt);
        unsolved(author, receipt);
        act(urban(), id, "acceptances", Map.of()).expect(200);
        ask(urban(), id, extension("1d")).expect(200);
        JsonNode longer = decide(county(), clock(county(), id), "GRANT", Map.of())
                .expect(200)
                .body();
        assertThat(Instant.parse(longer.at("/escalations/0/dueAt").asString()))
                .isEqualTo(Deadline.of(due(longer), Limit.of("1wd"), calendar()).at());
    }

    @Test
    void anAuthorsWishToHaveItDoneAgainIsSupervisedToo() {
        Browser author = resident();
        JsonNode receipt = submit(author, MANHOLE);
        Browser urban = urban();
        act(urban, id(receipt), "acceptances", Map.of()).expect(200);
        act(urban, id(receipt), "resolutions", Map.of("words", "井盖已恢复", "photoIds", List.of(upload(urban))))
                .expect(200);
        my(author, appealId(receipt), "reopenings", Map.of("reason", "又丢了")).expect(200);
        assertThat(texts(clock(county(), id(receipt)).get("escalations"), "cause"))
                .containsExactly("UNSOLVED");
    }
}
