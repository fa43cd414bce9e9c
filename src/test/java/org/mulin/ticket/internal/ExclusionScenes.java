package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.base.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What tests of exclusions have in common. */
abstract class ExclusionScenes extends TicketHttpTest {
    static final String API = "/api/exclusions";

    @Autowired
    JdbcTemplate rows;

    Browser city() {
        return staffOnPost("city-supervisor");
    }

    /** A lift that the firm repaired, and its author does not like it. */
    String judged(Browser firm) {
        return judged(firm, 2);
    }

    String judged(Browser firm, int satisfaction) {
        Browser author = resident();
        JsonNode receipt = submit(author, LIFT);
        act(firm, id(receipt), "acceptances", Map.of()).expect(200);
        act(firm, id(receipt), "resolutions", words("已修好")).expect(200);
        Map<String, Object> verdict = Map.of("contacted", true, "solved", true, "satisfaction", satisfaction);
        my(author, appealId(receipt), "verdicts", verdict).expect(200);
        return id(receipt);
    }

    static Map<String, Object> wish(Browser who, String reason) {
        return new HashMap<>(
                Map.of("reasonCode", reason, "words", "经现场核实，电梯运行正常，附检验记录", "photoIds", List.of(upload(who))));
    }

    static Browser.Answer apply(Browser who, String id, Map<String, Object> wish) {
        return act(who, id, "exclusions", wish);
    }

    static JsonNode applied(Browser who, String id) {
        return apply(who, id, wish(who, "untrue")).expect(201).body().at("/exclusions/0");
    }

    static Browser.Answer review(Browser who, JsonNode exclusion, boolean upheld) {
        return who.post(
                path(exclusion) + "/reviews",
                versioned(Map.of("upheld", upheld, "words", upheld ? "材料充分" : "材料不足以证明"), exclusion));
    }

    static String path(JsonNode exclusion) {
        return API + "/" + exclusion.get("id").asString();
    }

    static JsonNode first(Browser.Answer answer) {
        return answer.expect(200).body().at("/exclusions/0");
    }

    static List<String> ids(Browser who, String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    who.get(API + "?limit=2" + query + cursor).expect(200).body();
            ids.addAll(texts(page.get("items"), "id"));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }
}
