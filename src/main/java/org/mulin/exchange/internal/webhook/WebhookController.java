package org.mulin.exchange.internal.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.exchange.internal.ApiKeys;
import org.mulin.exchange.internal.webhook.WebhookQueries.PushView;
import org.mulin.exchange.internal.webhook.WebhookQueries.SubscriptionView;
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

/** Subscriptions and what became of what was sent, for the administrator who keeps them. */
@RestController
@RequestMapping("/api/exchange")
class WebhookController {
    private static final String KEY = "Idempotency-Key";

    private final SubscriptionService service;
    private final WebhookQueries queries;
    private final WebhookGate gate;
    private final OnceOnly once;

    WebhookController(SubscriptionService service, WebhookQueries queries, WebhookGate gate, OnceOnly once) {
        this.service = service;
        this.queries = queries;
        this.gate = gate;
        this.once = once;
    }

    record NewSubscription(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 500) String url,
            @NotEmpty @Size(max = 100) Set<@NotBlank @Size(max = 100) String> eventTypes,
            @Nullable @Size(max = 64) String areaCode) {}

    /** @param secret for checking signatures, this once; null in the answer to a repeated request */
    record CreatedSubscription(
            SubscriptionView view, @Nullable String secret) {}

    /** What is kept for a repeated request; holds no secret. */
    private record Kept(UUID id) {}

    @GetMapping("/event-types")
    List<String> eventTypes(Actor actor) {
        actor.require(ApiKeys.MANAGE);
        return EventTypes.ALL;
    }

    @GetMapping("/subscriptions")
    Page<SubscriptionView> subscriptions(
            Actor actor, @RequestParam @Nullable UUID cursor, @RequestParam @Nullable Integer limit) {
        actor.require(ApiKeys.MANAGE);
        return queries.page(actor, cursor, Page.limit(limit));
    }

    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedSubscription subscribe(
            Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewSubscription body) {
        AtomicReference<@Nullable String> secret = new AtomicReference<>();
        var wanted =
                new SubscriptionService.Wanted(body.name(), body.url().strip(), body.eventTypes(), body.areaCode());
        Kept created = once.run(actor, key, Kept.class, () -> {
            SubscriptionService.Made made = service.create(actor, wanted);
            secret.set(made.secret());
            return new Kept(made.id());
        });
        gate.changed();
        return new CreatedSubscription(queries.view(created.id()), secret.get());
    }

    @PostMapping("/subscriptions/{id}/revocations")
    SubscriptionView endSubscription(Actor actor, @RequestHeader(KEY) String key, @PathVariable UUID id) {
        once.run(actor, key, Kept.class, () -> {
            service.revoke(actor, id);
            return new Kept(id);
        });
        gate.changed();
        return queries.view(id);
    }

    @GetMapping("/subscriptions/{id}/deliveries")
    Page<PushView> deliveries(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID cursor,
            @RequestParam @Nullable Integer limit) {
        service.checkReach(actor, id);
        return queries.deliveries(id, cursor, Page.limit(limit));
    }

    @PostMapping("/deliveries/{id}/redeliveries")
    PushView redeliver(Actor actor, @RequestHeader(KEY) String key, @PathVariable UUID id) {
        once.run(actor, key, Kept.class, () -> {
            service.redeliver(actor, id);
            return new Kept(id);
        });
        return queries.delivery(id);
    }
}
