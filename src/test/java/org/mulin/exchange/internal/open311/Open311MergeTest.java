package org.mulin.exchange.internal.open311;

import static org.assertj.core.api.Assertions.assertThat;

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
        String kept = number(post());
        String merged = number(post());
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
        assertThat(request(kept).get("status").asString()).isEqualTo("open");
    }

    private Reply post() {
        return new Open311Client(origin(), json).post("requests.json", Open311Test.lamp());
    }

    private static String number(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.tree().get(0).get("service_request_id").asString();
    }

    private JsonNode request(String number) {
        return new Open311Client(origin(), json)
                .get("requests/" + number + ".json")
                .tree()
                .get(0);
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
