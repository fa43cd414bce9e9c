package org.mulin.demo.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the people of a tale know of its ticket: as the last answer showed it. */
final class KnownTicket {
    private static final String TRIAGE = "TRIAGE";

    private final DemoPeople people;
    private String id = "";
    private String appeal = "";
    private String status = "";
    private String unit = "";
    private String assistant = "";
    private boolean photoProof;
    private @Nullable Instant dueAt;
    private long version;

    KnownTicket(DemoPeople people) {
        this.people = people;
    }

    /** Filed just now: registered is the first version, dispatched at once the second. */
    void received(JsonNode receipt) {
        id = receipt.get("ticketId").asString();
        appeal = receipt.get("appealId").asString();
        JsonNode decision = receipt.get("decision");
        unit = decision.path("unit").path("id").asString("");
        dueAt = instant(decision.path("dueAt"));
        status = unit.isEmpty() ? TRIAGE : "DISPATCHED";
        version = unit.isEmpty() ? 1 : 2;
    }

    /** Came in with a file just now; the row is what the list shows of it. */
    void listed(JsonNode row) {
        id = row.get("id").asString();
        status = row.get("status").asString();
        dueAt = instant(row.path("dueAt"));
        unit = people.unitNamed(row.path("unitName").asString(""));
        version = isInTriage() ? 1 : 2;
    }

    /** Any later answer, to staff or to the author. */
    void seen(JsonNode view) {
        status = view.path("status").asString(status);
        version = view.path("version").asLong(version);
        if (!view.has("parts")) {
            return;
        }
        dueAt = instant(view.path("dueAt"));
        photoProof = view.path("proof").asString("").equals("PHOTO");
        unit = isInTriage() ? "" : unit;
        assistant = "";
        for (JsonNode part : view.get("parts")) {
            if (part.path("status").asString("").equals("OPEN")) {
                open(part);
            }
        }
    }

    private void open(JsonNode part) {
        String its = part.path("unit").path("id").asString("");
        if (part.path("role").asString("").equals("LEAD")) {
            unit = its;
            people.meet(part.path("unit").path("name").asString(""), its);
        } else {
            assistant = its;
        }
    }

    String address() {
        return "/api/tickets/" + id;
    }

    String authorsAddress() {
        return "/api/my/appeals/" + appeal;
    }

    boolean isInTriage() {
        return status.equals(TRIAGE);
    }

    /** Empty when nobody has it, or nobody of the demo has met the unit. */
    String unit() {
        return unit;
    }

    /** The last unit that assists; empty without one. */
    String assistant() {
        return assistant;
    }

    boolean wantsPhoto() {
        return photoProof;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    long version() {
        return version;
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isString() ? Instant.parse(text.asString()) : null;
    }
}
