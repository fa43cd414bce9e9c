package org.mulin.ticket.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What tests of merging have in common. */
abstract class MergeScenes extends JointHttpTest {
    static Map<String, Object> merging(Browser who, String kept, String... others) {
        Map<String, Object> body = new HashMap<>(Map.of("words", "同一部电梯", "version", seen(who, kept)));
        body.put(
                "tickets",
                Arrays.stream(others)
                        .map(id -> Map.of("id", id, "version", seen(who, id)))
                        .toList());
        return body;
    }

    /** The version that the reader sees; whoever sees none names some. */
    private static long seen(Browser who, String id) {
        return who.get("/api/tickets/" + id).body().path("version").asLong(1);
    }

    static Browser.Answer merge(Browser who, String kept, String... others) {
        return who.post("/api/tickets/" + kept + "/merges", merging(who, kept, others));
    }

    static JsonNode plan(Browser who, String... ids) {
        return who.post("/api/merge-plans", Map.of("ticketIds", List.of(ids)))
                .expect(200)
                .body();
    }

    static JsonNode appeal(Browser author, JsonNode receipt) {
        return author.get("/api/my/appeals/" + appealId(receipt)).expect(200).body();
    }

    static Map<String, Object> verdict(boolean solved) {
        return Map.of("contacted", true, "solved", solved, "satisfaction", solved ? 5 : 1);
    }

    static String status(Browser who, String id) {
        return ticket(who, id).get("status").asString();
    }

    static void resolve(Browser firm, String id) {
        act(firm, id, "acceptances", Map.of()).expect(200);
        act(firm, id, "resolutions", words("已更换门机")).expect(200);
    }
}
