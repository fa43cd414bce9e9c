package org.mulin.admission.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mulin.policy.Policy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes votings and ends what has expired, on every node; each step is taken by one. */
@Component
class AdmissionSweeper {
    private static final int BATCH_MAX = 100;

    private final AdmissionRepository repository;
    private final AdmissionService service;
    private final Policy policy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AdmissionSweeper(
            AdmissionRepository repository,
            AdmissionService service,
            Policy policy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.service = service;
        this.policy = policy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        sweepAt(clock.instant());
    }

    void sweepAt(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, policy.city().zone());
        int moved;
        do {
            moved = closed(now) + ended(today);
        } while (moved > 0);
    }

    private int closed(Instant now) {
        return taken(() -> repository.votingOver(now, BATCH_MAX), AdmissionActionKind.CLOSE);
    }

    private int ended(LocalDate today) {
        return taken(() -> repository.ended(today, BATCH_MAX), AdmissionActionKind.EXPIRE);
    }

    private int taken(Supplier<List<AdmissionRequest>> due, AdmissionActionKind kind) {
        Integer moved = transaction.execute(ignored -> {
            List<AdmissionRequest> found = due.get();
            found.forEach(request -> service.byClock(request, kind));
            return found.size();
        });
        return moved == null ? 0 : moved;
    }
}
