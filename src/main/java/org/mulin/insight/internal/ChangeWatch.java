package org.mulin.insight.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.base.Signals;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node which tickets have changed, a quarter of a second after the commit at most. Not a transactional
 * listener: that would leave a row in the outbox for each change, and a lost signal costs a live screen nothing but the
 * next one.
 */
@Component
class ChangeWatch {
    static final String TOPIC = "insight";
    /** Sent instead of ids when there are too many: look at everything again. */
    static final String MANY = "";

    private static final Duration COALESCE = Duration.ofMillis(250);
    private static final int IDS_MAX = 180;

    private final Signals signals;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private boolean sending;

    ChangeWatch(Signals signals) {
        this.signals = signals;
    }

    @EventListener
    void heard(TicketChanges changes) {
        List<UUID> ids =
                changes.events().stream().map(TicketEvent::ticketId).distinct().toList();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            collect(ids);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                collect(ids);
            }
        });
    }

    private synchronized void collect(List<UUID> ids) {
        waiting.addAll(ids);
        if (!sending) {
            sending = true;
            // on a thread of its own: after the commit the writer's connection still belongs to its transaction
            Thread.ofVirtual().name("insight-changes").start(this::sendSoon);
        }
    }

    private void sendSoon() {
        try {
            Thread.sleep(COALESCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<UUID> ids = taken();
        signals.send(
                TOPIC,
                ids.size() > IDS_MAX ? MANY : ids.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private synchronized List<UUID> taken() {
        List<UUID> ids = new ArrayList<>(waiting);
        waiting.clear();
        sending = false;
        return ids;
    }
}
