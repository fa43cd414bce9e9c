package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What tests of whistles have in common: a community that calls, and departments that come. */
abstract class JointHttpTest extends TicketHttpTest {
    static final String AHEAD =
            Instant.now(Clock.systemUTC()).plusSeconds(86_400).toString();

    Browser community() {
        return staffOnPost("baihuahu-clerk");
    }

    Browser coordinator() {
        return staffOnPost("street-coordinator");
    }

    /** A lift that the community has in hand. */
    String inHand(Browser resident, Browser community) {
        String id = id(submit(resident, LIFT));
        Browser dispatcher = dispatcher();
        act(dispatcher, id, "transfers", Map.of("unitId", unit(dispatcher, "baihuahu"), "words", "请社区先行"))
                .expect(200);
        act(community, id, "acceptances", Map.of()).expect(200);
        return id;
    }

    String unit(Browser who, String code) {
        return TicketJourneyTest.unit(who, code);
    }

    Map<String, Object> whistle(Browser who, String ticketId, String... unitCodes) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (String code : unitCodes) {
            calls.add(Map.of("unitId", unit(dispatcher(), code), "lead", calls.isEmpty()));
        }
        Map<String, Object> body = new HashMap<>();
        body.put("tickets", List.of(Map.of("id", ticketId, "version", version(who, ticketId))));
        body.put("problem", "电梯反复停运，须共同处置");
        body.put("place", Map.of("text", "云栖里3栋", "lon", 114.928, "lat", 27.80));
        body.put("meetAt", AHEAD);
        body.put("calls", calls);
        return body;
    }

    static long version(Browser who, String ticketId) {
        return ticket(who, ticketId).get("version").asLong();
    }

    JsonNode blown(Browser community, String ticketId, String... units) {
        return community
                .post("/api/whistles", whistle(community, ticketId, units))
                .expect(201)
                .body();
    }

    static JsonNode now(Browser who, JsonNode whistle) {
        return who.get("/api/whistles/" + whistle.get("id").asString())
                .expect(200)
                .body();
    }

    static JsonNode mine(JsonNode whistle) {
        return whistle.get("calls")
                .valueStream()
                .filter(call -> call.get("mine").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    /** Does something about the actor's own call as it is now. */
    static Browser.Answer own(Browser who, JsonNode whistle, String what, Map<String, ?> body) {
        return call(who, whistle, mine(now(who, whistle)), what, body);
    }

    static Browser.Answer call(Browser who, JsonNode whistle, JsonNode call, String what, Map<String, ?> body) {
        String path = "/api/whistles/" + whistle.get("id").asString() + "/calls/"
                + call.get("id").asString() + "/" + what;
        return who.post(path, versioned(body, call));
    }

    static Browser.Answer whole(Browser who, JsonNode whistle, String what, Map<String, ?> body) {
        return who.post(
                "/api/whistles/" + whistle.get("id").asString() + "/" + what, versioned(body, now(who, whistle)));
    }

    static String tomorrow() {
        return LocalDate.ofInstant(Instant.parse(AHEAD), ZoneId.of("Asia/Shanghai"))
                .toString();
    }

    void comes(Browser who, JsonNode whistle) {
        own(who, whistle, "confirmations", Map.of()).expect(200);
        own(who, whistle, "delegates", Map.of("name", "何远", "phone", "12900000001"))
                .expect(200);
        own(who, whistle, "check-ins", Map.of("lon", 114.929, "lat", 27.80, "photoIds", List.of(who.photo())))
                .expect(200);
        own(who, whistle, "promises", Map.of("done", "已检查", "promise", "更换门机", "promisedOn", tomorrow()))
                .expect(200);
    }
}
