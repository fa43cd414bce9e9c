package org.mulin.ticket.internal.whatif;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.whatif.WhatIfViews.WhatIfTicketRow;
import org.mulin.ticket.internal.whatif.WhatIfViews.WhatIfView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a draft would have changed, for whoever is about to publish it. */
@RestController
@RequestMapping("/api/policy/drafts/{id}")
class WhatIfController {
    private final WhatIfService service;
    private final WhatIfQueries queries;
    private final OnceOnly onceOnly;

    WhatIfController(WhatIfService service, WhatIfQueries queries, OnceOnly onceOnly) {
        this.service = service;
        this.queries = queries;
        this.onceOnly = onceOnly;
    }

    record WhatIfStart(@NotNull @Min(1) @Max(366) Integer days) {}

    private record Kept(UUID id) {}

    @GetMapping("/what-if")
    WhatIfView whatIf(Actor actor, @PathVariable UUID id) {
        actor.require(Policy.PUBLISH);
        return service.view(id, actor);
    }

    @PostMapping("/what-ifs")
    WhatIfView startWhatIf(
            Actor actor,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody @Valid WhatIfStart body) {
        return once(actor, key, id, () -> service.start(id, body.days(), actor));
    }

    @PostMapping("/what-if/cancellations")
    WhatIfView cancelWhatIf(Actor actor, @RequestHeader("Idempotency-Key") String key, @PathVariable UUID id) {
        return once(actor, key, id, () -> service.cancel(id, actor));
    }

    @GetMapping("/what-if/tickets")
    Page<WhatIfTicketRow> whatIfTickets(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) WhatIfQueries.@Nullable WhatIfKind kind,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable UUID toUnit,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Policy.PUBLISH);
        return queries.page(service.last(id).id(), actor.scope(), kind, matter, toUnit, cursor, Page.limit(limit));
    }

    private WhatIfView once(Actor actor, String key, UUID id, Runnable write) {
        actor.require(Policy.PUBLISH);
        onceOnly.run(actor, key, Kept.class, () -> {
            write.run();
            return new Kept(id);
        });
        return service.view(id, actor);
    }
}
