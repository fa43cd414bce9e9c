package org.mulin.admission.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.AdmissionInputs.RequestInput;
import org.mulin.admission.internal.AdmissionInputs.ResubmissionInput;
import org.mulin.admission.internal.AdmissionQueries.RequestFilter;
import org.mulin.admission.internal.AdmissionService.Target;
import org.mulin.admission.internal.AdmissionViews.AdmissionListView;
import org.mulin.admission.internal.AdmissionViews.AdmissionRequestRow;
import org.mulin.admission.internal.AdmissionViews.AdmissionRequestView;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.base.Written;
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

/** The admission list, and how something new comes onto it. */
@RestController
@RequestMapping("/api/admission")
class AdmissionController {
    private static final String KEY = "Idempotency-Key";

    private final AdmissionService service;
    private final AdmissionQueries queries;
    private final ItemReadings items;

    AdmissionController(AdmissionService service, AdmissionQueries queries, ItemReadings items) {
        this.service = service;
        this.queries = queries;
        this.items = items;
    }

    /** @param words why; a community that vetoes has to say */
    record VoteInput(
            @NotNull Boolean veto,
            @NotNull @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    record AdmissionWords(
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    /** @param to last day, when it is to end sooner than was asked for; null: as asked */
    record RequestDecision(
            @NotNull Boolean accepted,
            @Nullable LocalDate to,
            @NotBlank @Written @Size(max = 500) String words,
            @NotNull @Min(1) Long version) {}

    record RequestVersion(@NotNull @Min(1) Long version) {}

    @GetMapping("/items")
    AdmissionListView items(
            Actor actor,
            @RequestParam @Nullable ItemKind kind,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String sender,
            @RequestParam(defaultValue = "true") boolean inForce,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(AdmissionRights.READ);
        return items.page(new ItemReadings.Filter(kind, q, sender, inForce), cursor, Page.limit(limit));
    }

    @GetMapping("/requests")
    Page<AdmissionRequestRow> requests(
            Actor actor,
            @RequestParam @Nullable AdmissionStatus status,
            @RequestParam @Nullable ItemKind kind,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return queries.page(actor, new RequestFilter(status, kind, mine), cursor, Page.limit(limit));
    }

    @GetMapping("/requests/{id}")
    AdmissionRequestView request(Actor actor, @PathVariable UUID id) {
        return queries.view(id, actor);
    }

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    AdmissionRequestView submit(Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid RequestInput body) {
        return queries.view(service.submit(actor, key, body), actor);
    }

    @PostMapping("/requests/{id}/votes")
    AdmissionRequestView vote(
            Actor actor, @PathVariable UUID id, @RequestHeader(KEY) String key, @RequestBody @Valid VoteInput body) {
        service.vote(actor, new Target(id, body.version(), key), body.veto(), body.words());
        return queries.view(id, actor);
    }

    @PostMapping("/requests/{id}/resubmissions")
    AdmissionRequestView resubmit(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid ResubmissionInput body) {
        service.resubmit(actor, new Target(id, body.version(), key), body);
        return queries.view(id, actor);
    }

    @PostMapping("/requests/{id}/endorsements")
    AdmissionRequestView endorse(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid AdmissionWords body) {
        service.take(
                actor,
                new Target(id, body.version(), key),
                new AdmissionAction.Plain(AdmissionActionKind.ENDORSE, body.words()));
        return queries.view(id, actor);
    }

    @PostMapping("/requests/{id}/decisions")
    AdmissionRequestView decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid RequestDecision body) {
        var target = new Target(id, body.version(), key);
        if (body.accepted()) {
            service.accept(actor, target, body.to(), body.words());
        } else {
            service.take(actor, target, new AdmissionAction.Plain(AdmissionActionKind.REJECT, body.words()));
        }
        return queries.view(id, actor);
    }

    @PostMapping("/requests/{id}/withdrawals")
    AdmissionRequestView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid AdmissionWords body) {
        service.take(
                actor,
                new Target(id, body.version(), key),
                new AdmissionAction.Plain(AdmissionActionKind.WITHDRAW, body.words()));
        return queries.view(id, actor);
    }

    /** Proposes the line once more, where the list's keepers sent it back. */
    @PostMapping("/requests/{id}/listings")
    AdmissionRequestView list(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid RequestVersion body) {
        service.list(actor, new Target(id, body.version(), key));
        return queries.view(id, actor);
    }
}
