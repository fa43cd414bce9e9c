package org.mulin.ticket.internal.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.StatementCount;
import org.mulin.ticket.internal.TicketSettings;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person's own filters: a bounded number, named once each, counted by one statement. */
class SavedFilterHttpTest extends MulinHttpTest {
    private static final String PATH = "/api/saved-filters";

    @Autowired
    private StatementCount statements;

    @Test
    void aFilterIsKeptUnderItsNameAndSaysHowMuchStandsBehindIt() {
        Browser clerk = staffOnPost("hotline-clerk");
        String words = "桂树街路灯不亮" + System.identityHashCode(clerk);
        Browser resident = resident();
        appeal(resident, words);
        appeal(resident, words);
        JsonNode all = save(clerk, "路灯", Map.of("queue", "all", "q", words, "sort", "-opened"), true)
                .expect(201)
                .body();
        assertThat(all.at("/0/name").asString()).isEqualTo("路灯");
        assertThat(all.at("/0/count").asInt()).isEqualTo(2);
        assertThat(all.at("/0/start").asBoolean()).isTrue();
        assertThat(all.at("/0/filter/q").asString()).isEqualTo(words);
        assertThat(staffOnPost("hotline-clerk").get(PATH).expect(200).body().size())
                .isZero();
        resident.get(PATH).expect(404);
    }

    @Test
    void aNameStandsOnceAndTheRefusalIsLaidAtIt() {
        Browser clerk = staffOnPost("urban-clerk");
        save(clerk, "超期", Map.of("overdue", true), false).expect(201);
        Browser.Answer again =
                save(clerk, " 超期 ", Map.of("queue", "unit"), false).expect(422);
        assertThat(again.code()).isEqualTo("saved-filter-name");
        assertThat(again.body().at("/errors/0/field").asString()).isEqualTo("name");
        save(staffOnPost("urban-clerk"), "超期", Map.of(), false).expect(201);
        save(clerk, "\u200b", Map.of(), false).expect(400);
        save(clerk, "错", Map.of("queue", "none"), false).expect(400);
        save(clerk, "错", Map.of("sort", "none"), false).expect(400);
        save(clerk, "错", Map.of("matter", "none"), false).expect(400);
    }

    @Test
    void oneIsTheStartAndChangesNeedTheVersionThatWasSeen() {
        Browser clerk = staffOnPost("urban-clerk");
        save(clerk, "甲", Map.of(), true).expect(201);
        JsonNode both = save(clerk, "乙", Map.of(), true).expect(201).body();
        assertThat(both).extracting(each -> each.get("start").asBoolean()).containsExactly(false, true);
        JsonNode first = both.get(0);
        assertThat(first.get("version").asLong()).isEqualTo(2);
        change(clerk, first, "丙", 1).expect(409);
        assertThat(change(clerk, first, "乙", 2).expect(422).code()).isEqualTo("saved-filter-name");
        JsonNode renamed = change(clerk, first, "丙", 2).expect(200).body();
        assertThat(renamed.at("/0/name").asString()).isEqualTo("丙");
        change(staffOnPost("urban-clerk"), first, "丙", 3).expect(404);
        String removal = PATH + "/" + first.get("id").asString() + "/removals";
        clerk.post(removal, Map.of("version", 2)).expect(409);
        assertThat(clerk.post(removal, Map.of("version", 3)).expect(200).body().size())
                .isEqualTo(1);
        clerk.post(removal, Map.of("version", 3)).expect(404);
    }

    @Test
    void countingManyCostsWhatCountingOneDoesAndTheNumberIsBounded() {
        Browser clerk = staffOnPost("hotline-clerk");
        save(clerk, "一", Map.of("queue", "all"), false).expect(201);
        int one = statements.during("ticket", () -> clerk.get(PATH).expect(200));
        int max = TicketSettings.SAVED_FILTERS.fallback();
        for (int i = 2; i <= max; i++) {
            save(clerk, "第" + i, Map.of("queue", "triage"), false).expect(201);
        }
        assertThat(statements.during("ticket", () -> clerk.get(PATH).expect(200)))
                .isEqualTo(one)
                .isEqualTo(2);
        assertThat(save(clerk, "多", Map.of(), false).expect(422).code()).isEqualTo("saved-filters-full");
    }

    private static Browser.Answer save(Browser who, String name, Map<String, ?> filter, boolean start) {
        return who.post(PATH, Map.of("name", name, "filter", filter, "start", start));
    }

    private static Browser.Answer change(Browser who, JsonNode filter, String name, long version) {
        return who.post(
                PATH + "/" + filter.get("id").asString() + "/changes",
                Map.of("name", name, "filter", Map.of(), "start", false, "version", version));
    }

    private static void appeal(Browser resident, String words) {
        Map<String, Object> body = new HashMap<>(Map.of("words", words, "photoIds", List.of(), "confidential", false));
        body.put("place", Map.of("areaCode", "360502001001001"));
        resident.post("/api/appeals", (Object) body).expect(201);
    }
}
