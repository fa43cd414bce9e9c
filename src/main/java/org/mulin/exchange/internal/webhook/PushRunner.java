package org.mulin.exchange.internal.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.mulin.exchange.internal.ExchangeSettings;
import org.mulin.exchange.internal.webhook.PushRepository.Taken;
import org.mulin.exchange.internal.webhook.SubscriptionRepository.Target;
import org.mulin.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * This node's part in sending: takes what is due, some at a time; nodes share the work by the rows that they lock. A
 * node that dies leaves its deliveries to the others when its lease ends.
 */
@Component
class PushRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushRunner.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration PAUSE_MAX = Duration.ofHours(12);
    private static final int AT_ONCE_MAX = 8;
    private static final Duration KEPT = Duration.ofDays(30);

    private final PushRepository deliveries;
    private final SubscriptionRepository subscriptions;
    private final PushSender sender;
    private final IntSupplier attempts_max;
    private final Duration firstPause;
    private final Duration lease;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(AT_ONCE_MAX);
    private volatile boolean running;
    private @Nullable Thread thread;

    @Autowired
    PushRunner(
            PushRepository deliveries,
            SubscriptionRepository subscriptions,
            UrlGuard guard,
            Policy policy,
            Clock clock,
            @Value("${mulin.webhooks.first-pause:PT15S}") Duration firstPause) {
        this(
                deliveries,
                subscriptions,
                new PushSender(guard, TIMEOUT),
                () -> policy.setting(ExchangeSettings.WEBHOOK_ATTEMPTS_MAX),
                clock,
                firstPause);
    }

    PushRunner(
            PushRepository deliveries,
            SubscriptionRepository subscriptions,
            PushSender sender,
            IntSupplier attempts_max,
            Clock clock,
            Duration firstPause) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.attempts_max = attempts_max;
        this.clock = clock;
        this.firstPause = firstPause;
        this.lease = TIMEOUT.multipliedBy(3);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /** What is being sent ends; what was not sent yet stays for other nodes, or for the next start. */
    @Override
    public synchronized void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join(TIMEOUT);
            }
            if (slots.tryAcquire(AT_ONCE_MAX, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                slots.release(AT_ONCE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                int free = slots.availablePermits();
                int taken = free == 0 ? 0 : round(free);
                if (taken < free || free == 0) {
                    Thread.sleep(POLL);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("deliveries cannot be reached ({})", e.getClass().getName());
                try {
                    Thread.sleep(POLL);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    /** @return how many were due */
    private int round(int count) throws InterruptedException {
        List<Taken> due = deliveries.take(count, lease);
        if (due.isEmpty()) {
            return 0;
        }
        Map<UUID, Target> targets =
                subscriptions.targets(due.stream().map(Taken::subscriptionId).toList());
        for (Taken delivery : due) {
            slots.acquire();
            Thread.ofVirtual().name("webhook").start(() -> attempt(delivery, targets.get(delivery.subscriptionId())));
        }
        return due.size();
    }

    private void attempt(Taken delivery, @Nullable Target target) {
        try {
            if (target == null) {
                deliveries.failed(delivery, null, "webhook-revoked");
            } else {
                note(delivery, sender.send(delivery, target));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // its lease ends, and it is tried again
            LOG.warn(
                    "delivery {} was not sent ({})", delivery.id(), e.getClass().getName());
        } finally {
            slots.release();
        }
    }

    private void note(Taken delivery, PushSender.Outcome outcome) {
        if (outcome.failure() == null) {
            deliveries.delivered(delivery, outcome.status() == null ? 0 : outcome.status());
        } else if (delivery.attempts() >= attempts_max.getAsInt()) {
            deliveries.failed(delivery, outcome.status(), outcome.failure());
        } else {
            deliveries.again(delivery, outcome.status(), outcome.failure(), pause(delivery.attempts(), firstPause));
        }
    }

    /** Twice as long each time. */
    static Duration pause(int attempts, Duration first) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, 30));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Instant limit = clock.instant().minus(KEPT);
        deliveries.deleteBefore(limit);
    }
}
