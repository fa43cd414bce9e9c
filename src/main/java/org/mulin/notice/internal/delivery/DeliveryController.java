package org.mulin.notice.internal.delivery;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Page;
import org.mulin.notice.internal.delivery.DeliveryQueries.DeliveryRow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of messages, for administrators. */
@RestController
class DeliveryController {
    private static final String ADMINISTRATOR = "account:manage";

    private final DeliveryQueries queries;
    private final DeliveryRepository deliveries;
    private final OnceOnly once;
    private final Audit audit;
    private final Clock clock;

    DeliveryController(
            DeliveryQueries queries, DeliveryRepository deliveries, OnceOnly once, Audit audit, Clock clock) {
        this.queries = queries;
        this.deliveries = deliveries;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param started how many parked messages are tried again */
    record Retried(int started) {}

    @GetMapping("/api/deliveries")
    Page<DeliveryRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(ADMINISTRATOR);
        return queries.list(state, cursor, Page.limit(limit));
    }

    @GetMapping("/api/deliveries/counts")
    Map<DeliveryState, Integer> counts(Actor actor) {
        actor.require(ADMINISTRATOR);
        return queries.counts();
    }

    /** Everything that was parked, once the gateway works again. */
    @PostMapping("/api/deliveries/retries")
    Retried retry(Actor actor, @RequestHeader("Idempotency-Key") String key) {
        actor.require(ADMINISTRATOR);
        return once.run(actor, key, Retried.class, () -> {
            int started = deliveries.unpark(clock.instant());
            audit.record(
                    actor,
                    Audit.Act.of("delivery.retry", "delivery", Ids.next()).with("count=" + started));
            return new Retried(started);
        });
    }
}
