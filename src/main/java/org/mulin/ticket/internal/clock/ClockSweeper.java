package org.mulin.ticket.internal.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves late tickets up and suspensions on, on every node; each timer goes off on one. */
@Component
class ClockSweeper {
    private static final int TIMERS_MAX = 500;

    private final Escalations escalations;
    private final DeferralRepository deferrals;
    private final DeferralDecisions decisions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockSweeper(
            Escalations escalations,
            DeferralRepository deferrals,
            DeferralDecisions decisions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.escalations = escalations;
        this.deferrals = deferrals;
        this.decisions = decisions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        while (Objects.requireNonNull(transaction.execute(ignored -> escalate())) > 0) {}
        while (Objects.requireNonNull(transaction.execute(ignored -> review())) > 0) {}
    }

    private int escalate() {
        List<TicketEvent> told = new ArrayList<>();
        int gone = escalations.goOn(clock.instant(), TIMERS_MAX, told);
        tell(told);
        return gone;
    }

    /** One that comes up for review, or goes on because nobody decided. */
    private int review() {
        Instant now = clock.instant();
        List<Deferral> due = deferrals.takeDue(now, TIMERS_MAX);
        List<TicketEvent> told = new ArrayList<>();
        for (Deferral deferral : due) {
            if (deferral.state() == DeferralState.RUNNING) {
                deferrals.save(
                        deferral, deferral.calledUp(), DeferralRepository.Deed.bySystem(DeferralAction.CALL_UP), now);
                told.add(new TicketEvent.ClockChanged(
                        deferral.ticketId(),
                        ClockChange.REVIEW,
                        deferral.approverId(),
                        Objects.requireNonNull(deferral.pausedUntil()),
                        now));
            } else {
                decisions.goOnByItself(deferral, now);
            }
        }
        tell(told);
        return due.size();
    }

    private void tell(List<TicketEvent> told) {
        if (!told.isEmpty()) {
            events.publishEvent(new TicketChanges(told));
        }
    }
}
