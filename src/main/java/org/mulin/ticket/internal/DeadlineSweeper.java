package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final OverdueWatch watch;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineSweeper(
            AlarmRepository alarms,
            OverdueWatch watch,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.alarms = alarms;
        this.watch = watch;
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

    private static List<UUID> overdue(List<TicketEvent> told) {
        return told.stream()
                .filter(TicketEvent.Overdue.class::isInstance)
                .map(TicketEvent::ticketId)
                .toList();
    }

    private int sweepOnce() {
        Integer taken = transaction.execute(ignored -> {
            Instant now = clock.instant();
            List<TicketEvent> told = new ArrayList<>(alarms.take(now, ALARMS_MAX));
            int gone = told.size();
            if (gone > 0) {
                told.addAll(watch.passed(overdue(told), now));
                events.publishEvent(new TicketChanges(told));
            }
            return gone;
        });
        return taken == null ? 0 : taken;
    }
}
