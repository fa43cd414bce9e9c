package org.mulin.ticket.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

/** What tests of tickets over HTTP have in common: the people of one street and what they do. */
abstract class TicketHttpTest extends MulinHttpTest {
    /** 云栖里小区 lies in it. */
    static final String GRID = "360502001001001";
    /** The firm has the lead of lifts; the street of drains; the city management of manholes. */
    static final String LIFT = "云栖里小区3栋电梯坏了好几天没人修，老人下不了楼，物业不管";

    static final String MANHOLE = "云栖里小区门口路上窨井盖不见了，很危险";

    Browser dispatcher() {
        return staffOnPost("hotline-clerk");
    }

    Browser firm() {
        return staffOnPost("property-clerk");
    }

    Browser urban() {
        return staffOnPost("urban-clerk");
    }

    Browser street() {
        return staffOnPost("street-clerk");
    }

    JsonNode submit(Browser resident, String words) {
        return submit(resident, words, GRID, false);
    }

    JsonNode submit(Browser resident, String words, @Nullable String area, boolean confidential) {
        return resident.post("/api/appeals", appeal(words, area, confidential))
                .expect(201)
                .body();
    }

    static Map<String, Object> appeal(String words, @Nullable String area, boolean confidential) {
        Map<String, Object> place = new HashMap<>();
        place.put("areaCode", area);
        Map<String, Object> body = new HashMap<>();
        body.put("words", words);
        body.put("photoIds", List.of());
        body.put("place", place);
        body.put("confidential", confidential);
        body.put("contactName", "欧阳小明");
        return body;
    }

    /** A ticket that waits for a person: words that say nothing to the catalogue. */
    JsonNode submitUnclear(Browser resident) {
        return submit(resident, "嗯嗯啊啊", GRID, false);
    }

    static JsonNode ticket(Browser who, String id) {
        return who.get("/api/tickets/" + id).expect(200).body();
    }

    static String id(JsonNode receipt) {
        return receipt.get("ticketId").asString();
    }

    static String appealId(JsonNode receipt) {
        return receipt.get("appealId").asString();
    }

    /** Acts on the ticket as it is now. */
    static Browser.Answer act(Browser who, String id, String action, Map<String, ?> body) {
        return who.post("/api/tickets/" + id + "/" + action, versioned(body, ticket(who, id)));
    }

    static Browser.Answer my(Browser who, String appealId, String action, Map<String, ?> body) {
        JsonNode appeal = who.get("/api/my/appeals/" + appealId).expect(200).body();
        return who.post("/api/my/appeals/" + appealId + "/" + action, versioned(body, appeal));
    }

    static Map<String, Object> versioned(Map<String, ?> body, JsonNode seen) {
        Map<String, Object> all = new HashMap<>(body);
        all.put("version", seen.get("version").asLong());
        return all;
    }

    /** A return that holds the ticket to be about a manhole, for which the city management is responsible. */
    static Map<String, Object> toTheCity(String words) {
        return Map.of(
                "reasonCode", "not-our-duty",
                "dutyEntry", "fac-manhole@county",
                "matterCode", "fac-manhole",
                "words", words);
    }

    static String upload(Browser who) {
        return who.photo();
    }

    static Map<String, Object> words(String words) {
        return Map.of("words", words, "photoIds", List.of());
    }

    static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.get(field).asString()).toList();
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
