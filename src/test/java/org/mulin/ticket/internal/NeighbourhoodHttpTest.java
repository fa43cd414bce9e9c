package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 身边事 over HTTP: enough people are told of, with the words of none. */
class NeighbourhoodHttpTest extends TicketHttpTest {
    private static final String COMMUNITY = "360502001007";
    private static final String ELSEWHERE = "360502001001003";
    private static final String MATTER = "bld-green";
    private static final String WORDS = "嗯嗯啊啊";

    @Autowired
    private StatementCount statements;

    private JsonNode report(Browser author, String matter) {
        JsonNode receipt = submit(author, WORDS, COMMUNITY + "001", false);
        act(dispatcher(), id(receipt), "classifications", Map.of("matterCode", matter))
                .expect(200);
        return receipt;
    }

    private JsonNode around(String area) {
        return browser().get("/api/neighbourhood?area=" + area).expect(200).body();
    }

    private static List<JsonNode> of(JsonNode groups, String matter) {
        return groups.valueStream()
                .filter(group -> group.get("matterCode").asString().equals(matter))
                .toList();
    }

    @Test
    void threeNeighboursAreToldOfWithoutAWordOfTheirs() {
        Browser first = resident();
        report(first, MATTER);
        report(first, MATTER);
        report(resident(), MATTER);
        assertThat(of(around(COMMUNITY).get("open"), MATTER)).as("two people").isEmpty();
        int before = statements.during("ticket", () -> around(COMMUNITY));
        JsonNode last = report(resident(), MATTER);
        JsonNode seen = around(COMMUNITY + "002");
        JsonNode group = of(seen.get("open"), MATTER).getFirst();
        assertThat(group.get("people").asInt()).isEqualTo(3);
        assertThat(group.get("published").asBoolean()).isFalse();
        assertThat(group.get("areaCode").asString()).isEqualTo(COMMUNITY);
        assertThat(group.get("stage").asString()).isEqualTo("RECEIVED");
        assertThat(seen.get("streetName").asString()).isEqualTo("城南街道");
        assertThat(seen.toString()).doesNotContain(WORDS, last.get("number").asString());
        assertThat(of(around(ELSEWHERE).get("open"), MATTER))
                .as("the same whoever looks from where")
                .containsExactly(group);
        assertThat(statements.during("ticket", () -> around(COMMUNITY)))
                .isEqualTo(before)
                .isEqualTo(3);
    }

    @Test
    void whatIsNotPublicOrConfidentialCountsForNobody() {
        for (int i = 0; i < 3; i++) {
            report(resident(), "wel-relief");
            JsonNode secret = submit(resident(), WORDS, COMMUNITY + "001", true);
            act(dispatcher(), id(secret), "classifications", Map.of("matterCode", "mkt-food"))
                    .expect(200);
        }
        String told = around(COMMUNITY).toString();
        assertThat(told).doesNotContain("wel-relief", "mkt-food");
    }

    @Test
    void onlyACommunityOrWhatLiesInOneIsANeighbourhood() {
        for (String bad : List.of("360502001000", "360502000000", "999", "")) {
            browser().get("/api/neighbourhood?area=" + bad).expect(400);
        }
        browser().get("/api/neighbourhood").expect(400);
    }
}
