package org.mulin.ticket.internal.exclusion;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.internal.exclusion.ExclusionQueries.Wanted;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionInput;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionReasonView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionReviewInput;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionRevocation;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionView;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionWithdrawal;
import org.mulin.ticket.internal.exclusion.ExclusionViews.TicketExclusions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which tickets the rates leave out; every write answers the ticket's exclusions as they stand then. */
@RestController
@RequestMapping("/api")
class ExclusionController {
    private static final String KEY = "Idempotency-Key";

    private final ExclusionService service;
    private final ExclusionQueries queries;

    ExclusionController(ExclusionService service, ExclusionQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GetMapping("/exclusions")
    Page<ExclusionView> exclusions(
            Actor actor,
            @RequestParam(required = false) @Nullable ExclusionState status,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        requireStaff(actor);
        return queries.page(actor, new Wanted(status, unit, reason), cursor, Page.limit(limit));
    }

    @GetMapping("/exclusion-reasons")
    List<ExclusionReasonView> exclusionReasons(Actor actor) {
        requireStaff(actor);
        return queries.reasons();
    }

    @GetMapping("/tickets/{id}/exclusions")
    TicketExclusions ticketExclusions(Actor actor, @PathVariable UUID id) {
        requireStaff(actor);
        return queries.ofTicket(id, actor);
    }

    @PostMapping("/tickets/{id}/exclusions")
    @ResponseStatus(HttpStatus.CREATED)
    TicketExclusions exclude(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ExclusionInput body) {
        requireStaff(actor);
        service.apply(actor, id, key, body);
        return queries.ofTicket(id, actor);
    }

    @PostMapping("/exclusions/{id}/withdrawals")
    TicketExclusions withdrawExclusion(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ExclusionWithdrawal body) {
        return done(actor, id, key, body.version(), ExclusionAction.TAKE_BACK, null);
    }

    @PostMapping("/exclusions/{id}/reviews")
    TicketExclusions reviewExclusion(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ExclusionReviewInput body) {
        ExclusionAction action = body.upheld() ? ExclusionAction.UPHOLD : ExclusionAction.REFUSE;
        return done(actor, id, key, body.version(), action, body.words().strip());
    }

    @PostMapping("/exclusions/{id}/revocations")
    TicketExclusions revokeExclusion(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ExclusionRevocation body) {
        return done(
                actor,
                id,
                key,
                body.version(),
                ExclusionAction.REVOKE,
                body.words().strip());
    }

    private TicketExclusions done(
            Actor actor, UUID id, String key, long version, ExclusionAction action, @Nullable String words) {
        requireStaff(actor);
        return queries.ofTicket(service.act(actor, id, version, key, action, words), actor);
    }

    private static void requireStaff(Actor actor) {
        if (!actor.isStaff()) {
            throw new Absent();
        }
    }
}
