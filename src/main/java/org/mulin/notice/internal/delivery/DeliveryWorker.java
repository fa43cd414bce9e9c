package org.mulin.notice.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.notice.internal.delivery.DeliveryRepository.Delivery;
import org.mulin.notice.internal.delivery.Gateway.NotTaken;
import org.mulin.ticket.TicketAuthors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on every node, some at a time. A message is sent at least once: should a node die between the
 * gateway's answer and the note of it, it goes again with the same id. No transaction is open while the gateway works.
 */
@Component
class DeliveryWorker {
    /** Waits after the first try, the second, and so on; after the last it is parked. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));
    /** Old news is no news; a night of quiet and the longest wait fit in. */
    static final Duration OF_USE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int AT_ONCE_MAX = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(90);

    private final DeliveryRepository deliveries;
    private final Deliveries desk;
    private final PreferenceRepository preferences;
    private final Gateway gateway;
    private final TicketAuthors authors;
    private final Accounts accounts;
    private final Clock clock;

    DeliveryWorker(
            DeliveryRepository deliveries,
            Deliveries desk,
            PreferenceRepository preferences,
            Gateway gateway,
            TicketAuthors authors,
            Accounts accounts,
            Clock clock) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.preferences = preferences;
        this.gateway = gateway;
        this.authors = authors;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void work() {
        List<Delivery> claimed;
        do {
            claimed = deliveries.claim(clock.instant(), LEASE, AT_ONCE_MAX);
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
                claimed.forEach(delivery -> each.execute(() -> deliver(delivery)));
            }
        } while (claimed.size() == AT_ONCE_MAX);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        deliveries.deleteBefore(clock.instant().minus(KEPT));
    }

    private void deliver(Delivery delivery) {
        try {
            DeliveryFault fault = hindrance(delivery);
            Optional<String> phone = fault == null ? phone(delivery) : Optional.empty();
            if (phone.isEmpty()) {
                end(delivery, DeliveryState.DROPPED, fault == null ? DeliveryFault.NO_PHONE : fault);
                return;
            }
            gateway.send(new Gateway.Text(delivery.id(), phone.get(), Signature.signed(delivery.said()), null, null));
            end(delivery, DeliveryState.SENT, null);
        } catch (NotTaken e) {
            notTaken(delivery, e.fault());
        } catch (RuntimeException e) {
            // the lease brings it back
            LOG.error("a message could not be dealt with: {}", e.getClass().getName());
        }
    }

    private @Nullable DeliveryFault hindrance(Delivery delivery) {
        if (delivery.createdAt().plus(OF_USE).isBefore(clock.instant())) {
            return DeliveryFault.LATE;
        }
        return isWanted(delivery) ? null : DeliveryFault.UNWANTED;
    }

    /** Asked again when it is sent: minds and posts change over night. */
    private boolean isWanted(Delivery delivery) {
        var account = delivery.accountId();
        if (account == null) {
            return true;
        }
        boolean byPhone = preferences.byPhone(account).orElse(!delivery.isForStaff());
        String right = delivery.rightNeeded();
        return byPhone
                && (right == null
                        || accounts.actor(account)
                                .filter(actor -> actor.has(right))
                                .isPresent());
    }

    private Optional<String> phone(Delivery delivery) {
        var appeal = delivery.appealId();
        var account = delivery.accountId();
        if (appeal != null) {
            return authors.phone(appeal);
        }
        return account == null ? Optional.empty() : accounts.phone(account);
    }

    private void notTaken(Delivery delivery, DeliveryFault fault) {
        if (fault == DeliveryFault.REFUSED || delivery.tries() > WAITS.size()) {
            end(delivery, DeliveryState.PARKED, fault);
            return;
        }
        Instant again = clock.instant().plus(WAITS.get(delivery.tries() - 1));
        deliveries.tryAgain(
                delivery,
                fault,
                delivery.isForStaff() ? again : desk.quietHours().next(again));
    }

    private void end(Delivery delivery, DeliveryState state, @Nullable DeliveryFault fault) {
        deliveries.end(delivery, state, fault, clock.instant());
    }
}
