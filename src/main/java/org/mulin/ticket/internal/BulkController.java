package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import java.util.List;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.BulkViews.BulkPlanView;
import org.mulin.ticket.internal.BulkViews.BulkResultRow;
import org.mulin.ticket.internal.BulkViews.BulkSelection;
import org.mulin.ticket.internal.BulkViews.BulkStep;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One step for many tickets. */
@RestController
class BulkController {
    private final BulkService service;

    BulkController(BulkService service) {
        this.service = service;
    }

    /** Writes nothing: what each of the tickets allows, and what all of them do. */
    @PostMapping("/api/bulk-plans")
    BulkPlanView plan(Actor actor, @RequestBody @Valid BulkSelection body) {
        TicketViewQueries.requireStaff(actor);
        return service.plan(actor, body.ticketIds());
    }

    /** Answers how each ticket came out of it, in the order asked for; the same key does nothing twice. */
    @PostMapping("/api/bulk-steps")
    List<BulkResultRow> take(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid BulkStep body) {
        TicketViewQueries.requireStaff(actor);
        return service.take(actor, key, body);
    }
}
