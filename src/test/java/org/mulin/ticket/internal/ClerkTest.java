package org.mulin.ticket.internal;

import java.util.HashMap;
import java.util.Map;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What tests of clerks have in common: seats, windows and calls. */
abstract class ClerkTest extends TicketHttpTest {
    /** A seat of the hotline: takes in, and decides nothing later. */
    Browser seat() {
        return staffOnPost("hotline-seat");
    }

    Browser window() {
        return staffOnPost("street-window");
    }

    static Map<String, Object> call(String words, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>();
        body.put("channel", "HOTLINE");
        body.put("words", words);
        body.put("place", Map.of("areaCode", GRID));
        body.put("confidential", false);
        body.put("outcome", "DISPATCH");
        body.putAll(more);
        return body;
    }

    static JsonNode take(Browser who, String words, Map<String, ?> more) {
        return who.post("/api/tickets", (Object) call(words, more)).expect(201).body();
    }

    static Map<String, Object> from(String phone) {
        return Map.of("caller", Map.of("name", "欧阳小明", "phone", phone));
    }
}
