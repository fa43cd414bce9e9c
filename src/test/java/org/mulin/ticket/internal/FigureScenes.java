package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.organization.Units;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Question;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What tests of figures have in common: two communities, and tickets that the rates treat in their own way. */
abstract class FigureScenes extends ExclusionScenes {
    static final List<String> GRIDS =
            List.of("360502001001001", "360502001001002", "360502001001003", "360502001007001", "360502001007002");
    static final AreaRange CITY = AreaRange.of("3605");
    static final List<AreaRange> COMMUNITIES = List.of(AreaRange.of("360502001001"), AreaRange.of("360502001007"));

    @Autowired
    DSLContext sql;

    @Autowired
    TicketFigures figures;

    @Autowired
    Units units;

    @Autowired
    Clock clock;

    record Life(Browser author, String ticketId, String appealId) {}

    /** A unit asks that a neutral verdict be left out, and the city agrees; or takes that back again. */
    void excluded(String reason, boolean forGood) {
        Browser firm = firm();
        JsonNode asked = apply(firm, judged(firm, 3), wish(firm, reason))
                .expect(201)
                .body()
                .at("/exclusions/0");
        JsonNode upheld = first(review(city(), asked, true));
        if (!forGood) {
            city().post(path(upheld) + "/revocations", versioned(Map.of("words", "材料有误"), upheld))
                    .expect(200);
        }
    }

    /** What a grid's worker has seen; the worker is its author. */
    Life reported(String matter) {
        Browser worker = staffOnPost("grid-1-worker");
        Map<String, Object> body = new HashMap<>(appeal(MANHOLE, GRIDS.getFirst(), false));
        body.remove("contactName");
        body.put("matterCode", matter);
        JsonNode receipt = worker.post("/api/reports", body).expect(201).body();
        return new Life(worker, id(receipt), appealId(receipt));
    }

    /** Resolved, and nobody answers the phone at the number that was left. */
    void unreachable() {
        Map<String, Object> body = new HashMap<>(appeal(LIFT, GRIDS.getFirst(), false));
        body.put("resident", Map.of("name", "欧阳老伯", "phone", newPhone(), "consent", "PRESENT"));
        JsonNode receipt = staffOnPost("grid-1-worker")
                .post("/api/reports", body)
                .expect(201)
                .body();
        act(firm(), id(receipt), "acceptances", Map.of()).expect(200);
        act(firm(), id(receipt), "resolutions", words("已修好")).expect(200);
        Browser seat = staffOnPost("hotline-seat");
        JsonNode call = seat.post("/api/call-backs/" + appealId(receipt) + "/calls", Map.of())
                .expect(201)
                .body();
        seat.post("/api/call-backs/calls/" + call.get("callId").asString() + "/ends", Map.of("outcome", "WRONG_NUMBER"))
                .expect(200);
    }

    Question question(AreaRange range, Duration back) {
        Instant now = clock.instant();
        Instant from = now.minus(back);
        return new Question(
                range,
                from,
                now.plusSeconds(60),
                from.minus(back),
                COMMUNITIES,
                List.of(from, now.minusSeconds(20)),
                now.minusSeconds(30));
    }
}
