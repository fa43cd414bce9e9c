package org.mulin.exchange.internal.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.audit.Audit;
import org.mulin.audit.Audit.Act;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.exchange.internal.ApiKeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told of what happens, in the area that the administrator reaches. */
@Service
class SubscriptionService {
    private final SubscriptionRepository subscriptions;
    private final PushRepository deliveries;
    private final WebhookQueries queries;
    private final UrlGuard guard;
    private final Areas areas;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SubscriptionService(
            SubscriptionRepository subscriptions,
            PushRepository deliveries,
            WebhookQueries queries,
            UrlGuard guard,
            Areas areas,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.queries = queries;
        this.guard = guard;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param areaCode null means the whole city */
    record Wanted(
            String name,
            String url,
            Set<String> types,
            @Nullable String areaCode) {}

    /** @param secret in plain, this once */
    record Made(UUID id, String secret) {}

    @Transactional
    Made create(Actor actor, Wanted wanted) {
        actor.require(ApiKeys.MANAGE);
        if (!EventTypes.ALL.containsAll(wanted.types())) {
            throw Refused.of("webhook-event-type").at("eventTypes");
        }
        try {
            guard.check(wanted.url());
        } catch (Refused refused) {
            throw refused.at("url");
        }
        String areaKey = areaKey(wanted.areaCode());
        if (!actor.scope().contains(areaKey)) {
            throw Refused.of("area-unknown", String.valueOf(wanted.areaCode())).at("areaCode");
        }
        UUID id = Ids.next();
        String secret = Signature.newSecret(random);
        subscriptions.insert(new SubscriptionRepository.New(
                id,
                wanted.name().strip(),
                wanted.url(),
                wanted.types(),
                areaKey,
                secret,
                actor.accountId(),
                clock.instant()));
        audit.record(actor, Act.of("subscription.create", "subscription", id).with(areaKey));
        return new Made(id, secret);
    }

    private String areaKey(@Nullable String code) {
        AreaTree tree = areas.tree();
        return code == null
                ? tree.city().key()
                : tree.find(code)
                        .map(Area::key)
                        .orElseThrow(() -> Refused.of("area-unknown", code).at("areaCode"));
    }

    @Transactional
    void revoke(Actor actor, UUID id) {
        checkReach(actor, id);
        if (!subscriptions.revoke(id, clock.instant())) {
            throw new Absent();
        }
        deliveries.stop(id);
        audit.record(actor, Act.of("subscription.revoke", "subscription", id));
    }

    @Transactional
    void redeliver(Actor actor, UUID deliveryId) {
        actor.require(ApiKeys.MANAGE);
        checkReach(actor, queries.subscriptionOf(deliveryId));
        if (!deliveries.redeliver(deliveryId)) {
            throw Refused.of("webhook-revoked");
        }
        audit.record(actor, Act.of("delivery.redeliver", "delivery", deliveryId));
    }

    /** @throws Absent when there is no such subscription, or it is for another area */
    void checkReach(Actor actor, UUID subscriptionId) {
        actor.require(ApiKeys.MANAGE);
        if (subscriptions
                .areaKey(subscriptionId)
                .filter(actor.scope()::contains)
                .isEmpty()) {
            throw new Absent();
        }
    }
}
