package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of deadlines that come near or pass, on every node; each alarm goes off on one. */
@Component
class DeadlineSweeper {
    private static final int ALARMS_MAX = 500;

    private final AlarmRepository alarms;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineSweeper(
            AlarmRepository alarms,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.alarms = alarms;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        int told;
        do {
            told = sweepOnce();
        } while (told == ALARMS_MAX);
    }

    private int sweepOnce() {
        Integer told = transaction.execute(ignored -> {
            List<TicketEvent> gone = alarms.take(clock.instant(), ALARMS_MAX);
            if (!gone.isEmpty()) {
                events.publishEvent(new TicketChanges(gone));
            }
            return gone.size();
        });
        return told == null ? 0 : told;
    }
}
