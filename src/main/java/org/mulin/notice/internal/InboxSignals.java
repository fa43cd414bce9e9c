package org.mulin.notice.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says to all nodes whose inbox has changed: after the commit and outside of every transaction, many in one signal. One
 * that is lost costs nobody a message, only the moment.
 */
@Component
class InboxSignals implements SmartLifecycle {
    static final String TOPIC = "inbox";
    static final String SEPARATOR = ",";

    private static final Logger LOG = LoggerFactory.getLogger(InboxSignals.class);
    /** Of 37 bytes each. */
    private static final int IDS_MAX = 150;

    private static final Duration GATHERING = Duration.ofMillis(50);

    private final Signals signals;
    private final BlockingQueue<UUID> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;

    InboxSignals(Signals signals) {
        this.signals = signals;
    }

    /** @param recipients units and accounts whose messages have changed, when the open transaction commits */
    void tell(Collection<UUID> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            waiting.addAll(recipients);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiting.addAll(recipients);
            }
        });
    }

    @Override
    public void start() {
        // it runs as long as it finds itself here, so it must stand here before it runs
        Thread teller = Thread.ofVirtual().name("inbox-signals").unstarted(this::keepTelling);
        thread = teller;
        teller.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void keepTelling() {
        while (thread == Thread.currentThread()) {
            try {
                List<UUID> changed = new ArrayList<>(List.of(waiting.take()));
                Thread.sleep(GATHERING);
                waiting.drainTo(changed);
                send(new TreeSet<>(changed));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(Set<UUID> changed) {
        List<UUID> all = List.copyOf(changed);
        for (int from = 0; from < all.size(); from += IDS_MAX) {
            String payload = all.subList(from, Math.min(from + IDS_MAX, all.size())).stream()
                    .map(UUID::toString)
                    .collect(Collectors.joining(SEPARATOR));
            try {
                signals.send(TOPIC, payload);
            } catch (DataAccessException e) {
                LOG.warn("a signal of the inbox was not sent: {}", e.getClass().getSimpleName());
            }
        }
    }
}
