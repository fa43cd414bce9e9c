package org.mulin.exchange.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketFacts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an event as CloudEvents 1.0, structured JSON: facts of the event and where the ticket stands. Only what is
 * named here goes out; no person, no words, no point.
 */
@Component
class CloudEvents {
    /** Facts that an event may tell, beside the unit. */
    private static final Set<String> TOLD = Set.of(
            "dueAt",
            "automatic",
            "reasonCode",
            "dutyEntry",
            "contacted",
            "solved",
            "satisfaction",
            "round",
            "whole",
            "intoNumber",
            "fromNumber");

    private final Policy policy;
    private final Areas areas;
    private final Units units;
    private final JsonMapper json;

    CloudEvents(Policy policy, Areas areas, Units units, JsonMapper json) {
        this.policy = policy;
        this.areas = areas;
        this.units = units;
        this.json = json;
    }

    /**
     * The same event has the same id whenever it is written.
     *
     * @param place among the events of its transaction
     */
    static UUID id(TicketEvent event, int place) {
        String name = event.ticketId() + " " + EventTypes.of(event) + " " + event.at() + " " + place;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    String write(UUID id, TicketEvent event, TicketFacts facts) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("type", EventTypes.of(event));
        envelope.put("source", "urn:mulin:" + policy.city().code());
        envelope.put("subject", facts.number());
        envelope.put("time", event.at());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data(event, facts));
        return json.writeValueAsString(envelope);
    }

    private Map<String, @Nullable Object> data(TicketEvent event, TicketFacts facts) {
        AreaTree tree = areas.tree();
        Map<String, @Nullable Object> ticket = new LinkedHashMap<>();
        ticket.put("id", facts.id());
        ticket.put("number", facts.number());
        ticket.put("status", facts.status());
        ticket.put("channel", facts.channel());
        ticket.put("matterCode", facts.matterCode());
        ticket.put("urgency", facts.urgency());
        ticket.put("areaCode", tree.byKey(facts.areaKey()).map(Area::code).orElse(null));
        ticket.put("placed", facts.placed());
        ticket.put("unitCode", unitCode(facts.unitId()));
        ticket.put("openedAt", facts.openedAt());
        ticket.put("dueAt", facts.dueAt());
        ticket.put("confidential", facts.confidential());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> fact : json.valueToTree(event).properties()) {
            if (TOLD.contains(fact.getKey())) {
                told.put(fact.getKey(), fact.getValue());
            } else if (fact.getKey().equals("unitId") && fact.getValue().isString()) {
                told.put("unitCode", unitCode(UUID.fromString(fact.getValue().asString())));
            }
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("ticket", ticket);
        data.put("event", told);
        return data;
    }

    private @Nullable String unitCode(@Nullable UUID unit) {
        return unit == null ? null : units.byId(unit).code();
    }
}
