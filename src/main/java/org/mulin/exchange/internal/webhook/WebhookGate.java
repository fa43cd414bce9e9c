package org.mulin.exchange.internal.webhook;

import java.util.concurrent.TimeUnit;
import org.mulin.base.Signals;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether anybody listens: while nobody does, no outbox row is written for webhooks. Kept in memory, so that asking
 * costs nothing; a new subscription is known at once here, and by a signal, or at most two seconds later, on other
 * nodes.
 */
@Component
class WebhookGate {
    private static final String TOPIC = "webhooks";

    private final SubscriptionRepository subscriptions;
    private final Signals signals;
    private volatile boolean open;

    WebhookGate(SubscriptionRepository subscriptions, Signals signals) {
        this.subscriptions = subscriptions;
        this.signals = signals;
        signals.listen(TOPIC, ignored -> look());
    }

    /** Asked by the listener's condition. */
    public boolean open() {
        return open;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        open = subscriptions.countLive() > 0;
    }

    /** After subscriptions have changed and been committed. */
    void changed() {
        look();
        signals.send(TOPIC, "");
    }
}
