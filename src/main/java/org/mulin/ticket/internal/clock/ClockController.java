package org.mulin.ticket.internal.clock;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.policy.Limit;
import org.mulin.ticket.internal.TicketInputs;
import org.mulin.ticket.internal.clock.ClockViews.ClockView;
import org.mulin.ticket.internal.clock.ClockViews.DeferralDecisionInput;
import org.mulin.ticket.internal.clock.ClockViews.DeferralInput;
import org.mulin.ticket.internal.clock.ClockViews.DeferralPage;
import org.mulin.ticket.internal.clock.ClockViews.SupervisionInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clocks of tickets; every write answers the clock as it stands then. */
@RestController
@RequestMapping("/api")
class ClockController {
    private static final String KEY = "Idempotency-Key";

    private final DeferralService service;
    private final DeferralDecisions decisions;
    private final Supervisions supervisions;
    private final ClockQueries queries;

    ClockController(
            DeferralService service, DeferralDecisions decisions, Supervisions supervisions, ClockQueries queries) {
        this.service = service;
        this.decisions = decisions;
        this.supervisions = supervisions;
        this.queries = queries;
    }

    @GetMapping("/tickets/{id}/clock")
    ClockView clock(Actor actor, @PathVariable UUID id) {
        requireStaff(actor);
        return queries.view(id, actor);
    }

    @PostMapping("/tickets/{id}/deferrals")
    ClockView defer(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid DeferralInput body) {
        requireStaff(actor);
        service.ask(
                actor,
                id,
                body.version(),
                key,
                new DeferralService.Request(
                        body.kind(),
                        body.reason().strip(),
                        body.plan().strip(),
                        limit(body.extension()),
                        body.reviewOn()));
        return queries.view(id, actor);
    }

    @PostMapping("/tickets/{id}/supervisions")
    ClockView supervise(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid SupervisionInput body) {
        requireStaff(actor);
        supervisions.direct(actor, id, body.version(), key, body.words().strip());
        return queries.view(id, actor);
    }

    @GetMapping("/deferrals")
    DeferralPage deferrals(
            Actor actor,
            @RequestParam(defaultValue = "approver") String side,
            @RequestParam(required = false) @Nullable DeferralKind kind,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable UUID before) {
        requireStaff(actor);
        return queries.page(actor, side, kind, open, before);
    }

    @PostMapping("/deferrals/{id}/decisions")
    ClockView decideDeferral(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid DeferralDecisionInput body) {
        requireStaff(actor);
        UUID ticketId = decisions.act(
                actor,
                id,
                body.version(),
                key,
                new DeferralDecisions.Decision(body.action(), TicketInputs.full(body.words()), body.reviewOn()));
        return queries.view(ticketId, actor);
    }

    private static @Nullable Limit limit(@Nullable String text) {
        return text == null ? null : Limit.read(text).orElseThrow(() -> Malformed.of("extension", "field-invalid"));
    }

    private static void requireStaff(Actor actor) {
        if (!actor.isStaff()) {
            throw new Absent();
        }
    }
}
