package org.mulin.demo.internal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.demo.internal.DemoBrowser.Lines;
import org.mulin.demo.internal.script.OfficeDay;
import org.mulin.demo.internal.script.Script;
import org.mulin.demo.internal.script.Story;
import org.mulin.demo.internal.script.Tale;
import org.mulin.policy.SmallPack;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A few days of a small town, long ago, so that all tickets of those days are the play's. */
class SmallPlayTest extends MulinHttpTest {
    private static final Instant END = Instant.parse("2026-03-20T08:00:00Z");
    private static final int DAYS = 6;

    @Autowired
    private DemoClock clock;

    @AfterEach
    void backToNow() {
        clock.release();
    }

    @Test
    void aFewDaysArePlayedByTheRules() {
        OfficeDay office = new OfficeDay(ZoneId.of("Asia/Shanghai"));
        List<Tale> tales = new Script(SmallPack.folder(), office).tales(END, DAYS, 24);
        clock.play(tales.getFirst().at());
        Story desk = new Story(List.of(new Story.Worker("play-desk", "钟语", "hotline-clerk", "热线受理员")), List.of());
        var people = new DemoPeople(new Lines(origin(), json), ADMIN_PASSWORD, clock, END, desk);
        var play = new DemoPlay(people, clock, office, END);
        List<Instant> begun = new ArrayList<>();
        play.run(tales, begun::add);

        assertThat(play.refused()).as("what the rules refused").isEmpty();
        assertThat(begun).as("time goes forward only").isSorted();
        assertThat(play.tickets()).isEqualTo(tales.size());
        Map<String, Long> byStatus =
                tickets().stream().collect(groupingBy(row -> row.get("status").asString(), counting()));
        assertThat(byStatus.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(tales.size());
        assertThat(byStatus).containsKeys("CLOSED", "TRIAGE");
        assertThat(byStatus.get("CLOSED")).isGreaterThan(tales.size() / 4);
        assertThat(tickets().stream().map(row -> row.get("channel").asString()).distinct())
                .contains("WEB", "HOTLINE");
    }

    private List<JsonNode> tickets() {
        Browser clerk = staff("play-desk", DemoPeople.PASSWORD);
        String from = END.minusSeconds(86_400L * (DAYS + 1)).toString();
        JsonNode page = clerk.get("/api/tickets?queue=all&limit=100&from=" + from + "&to=" + END)
                .expect(200)
                .body();
        List<JsonNode> rows = new ArrayList<>();
        page.get("items").forEach(rows::add);
        return rows;
    }
}
