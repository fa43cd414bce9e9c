package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.MergeViews.MergeInput;
import org.mulin.ticket.internal.MergeViews.MergePlanView;
import org.mulin.ticket.internal.MergeViews.MergeResult;
import org.mulin.ticket.internal.MergeViews.MergeSelection;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** 并单: tickets about the same thing become one. */
@RestController
class MergeController {
    private final MergeService service;
    private final MergePlans plans;

    MergeController(MergeService service, MergePlans plans) {
        this.service = service;
        this.plans = plans;
    }

    /** Writes nothing: what is in the way of merging the selected, and which of them might go on. */
    @PostMapping("/api/merge-plans")
    MergePlanView plan(Actor actor, @RequestBody @Valid MergeSelection body) {
        TicketViewQueries.requireStaff(actor);
        return plans.plan(actor, body.ticketIds());
    }

    /** All of the tickets become part of this one, or none; there is no way back. */
    @PostMapping("/api/tickets/{id}/merges")
    MergeResult merge(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid MergeInput body) {
        TicketViewQueries.requireStaff(actor);
        return service.merge(actor, key, id, body);
    }
}
