package org.mulin.exchange.internal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.exchange.internal.open311.Open311Client.Reply;
import tools.jackson.databind.JsonNode;

/** A request whose ticket was merged, as another program meets it. */
class Open311MergeTest extends MulinHttpTest {
    @Test
    void aMergedRequestIsClosedAndNamesTheOneThatGoesOn() {
        String kept = number(post("桥头第一盏路灯不亮"));
        String merged = number(post("桥头的灯黑了好几天"));
        Browser desk = staffOnPost("hotline-clerk");
        JsonNode goesOn = found(desk, kept);
        JsonNode other = found(desk, merged);
        Map<String, Object> target = Map.of(
                "id",
                other.get("id").asString(),
                "version",
                other.get("version").asLong());
        desk.post(
                        "/api/tickets/" + goesOn.get("id").asString() + "/merges",
                        Map.of(
                                "words",
                                "同一盏灯",
                                "tickets",
                                List.of(target),
                                "version",
                                goesOn.get("version").asLong()))
                .expect(200);
        JsonNode after = request(merged);
        assertThat(after.get("service_request_id").asString()).isEqualTo(merged);
        assertThat(after.get("status").asString()).isEqualTo("closed");
        assertThat(after.get("status_notes").asString()).isEqualTo("已与请求 " + kept + " 合并办理，请查看该请求");
        // the one that goes on is told once, in its own words
        JsonNode all = requests(kept);
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.at("/0/status").asString()).isEqualTo("open");
        assertThat(all.at("/0/description").asString()).contains("第一盏");
        assertThat(after.get("description").asString()).contains("好几天");
    }

    private Reply post(String words) {
        Map<String, String> form = new HashMap<>(Open311Test.lamp());
        form.put("description", words);
        return new Open311Client(origin(), json).post("requests.json", form);
    }

    private static String number(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.tree().get(0).get("service_request_id").asString();
    }

    private JsonNode request(String number) {
        return requests(number).get(0);
    }

    private JsonNode requests(String number) {
        return new Open311Client(origin(), json)
                .get("requests/" + number + ".json")
                .tree();
    }

    private static JsonNode found(Browser desk, String number) {
        String id = desk.get("/api/tickets?q=" + number)
                .expect(200)
                .body()
                .at("/items/0/id")
                .asString();
        return desk.get("/api/tickets/" + id).expect(200).body();
    }
}
