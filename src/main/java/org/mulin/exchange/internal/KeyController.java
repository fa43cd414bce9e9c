package org.mulin.exchange.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.exchange.internal.KeyQueries.ApiKeyView;
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

/** Keys of other programs, for the administrator who lets them in. */
@RestController
@RequestMapping("/api/exchange")
class KeyController {
    private final ApiKeys keys;
    private final KeyQueries queries;
    private final OnceOnly once;

    KeyController(ApiKeys keys, KeyQueries queries, OnceOnly once) {
        this.keys = keys;
        this.queries = queries;
        this.once = once;
    }

    record NewApiKey(
            @NotBlank @Size(max = 60) String name, @NotEmpty Set<@NotNull KeyRight> rights) {}

    /** @param key in plain, this once; null in the answer to a repeated request */
    record CreatedApiKey(ApiKeyView view, @Nullable String key) {}

    /** What is kept for a repeated request; holds no secret. */
    private record Created(UUID id) {}

    /** @param demoKey that everybody may file with; null outside the demo */
    record ExchangeView(String discovery, @Nullable String demoKey) {}

    @GetMapping
    ExchangeView exchange(Actor actor) {
        actor.require(ApiKeys.MANAGE);
        return new ExchangeView("/open311/discovery.xml", keys.demo() ? ApiKeys.DEMO_KEY : null);
    }

    @GetMapping("/keys")
    Page<ApiKeyView> apiKeys(Actor actor, @RequestParam @Nullable UUID cursor, @RequestParam @Nullable Integer limit) {
        keys.check(actor);
        return queries.page(cursor, Page.limit(limit));
    }

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedApiKey createApiKey(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewApiKey body) {
        AtomicReference<@Nullable String> plain = new AtomicReference<>();
        Created created = once.run(actor, key, Created.class, () -> {
            ApiKeys.Made made = keys.create(actor, body.name(), body.rights());
            plain.set(made.key());
            return new Created(made.id());
        });
        return new CreatedApiKey(queries.view(created.id()), plain.get());
    }

    @PostMapping("/keys/{id}/revocations")
    ApiKeyView revokeApiKey(Actor actor, @RequestHeader("Idempotency-Key") String key, @PathVariable UUID id) {
        once.run(actor, key, Created.class, () -> {
            keys.revoke(actor, id);
            return new Created(id);
        });
        return queries.view(id);
    }
}
