package org.mulin.base.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.base.internal.OutboxRepository.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Events whose node died, or whose listener failed, before anybody acted on them: every node looks for what has lain in
 * the outbox for some looks and delivers it itself, after two at first, then after twice as many each time. Time is
 * counted in looks, since the clock may be a demonstration's. An event that is only slow may be delivered twice:
 * listeners take each once.
 */
@Component
class OutboxKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxKeeper.class);
    private static final int PUBLICATIONS_MAX = 500;
    /** From the sixth attempt on every 64 looks, which is once in ten minutes. */
    private static final int DOUBLINGS_MAX = 5;

    private final OutboxRepository outbox;
    private final IncompleteEventPublications publications;
    private Map<Attempt, Integer> looks = Map.of();

    OutboxKeeper(OutboxRepository outbox, IncompleteEventPublications publications) {
        this.outbox = outbox;
        this.publications = publications;
    }

    @Scheduled(initialDelayString = "${mulin.outbox.look:PT10S}", fixedDelayString = "${mulin.outbox.look:PT10S}")
    synchronized void look() {
        List<Attempt> waiting = outbox.waiting(PUBLICATIONS_MAX);
        Map<Attempt, Integer> now = new HashMap<>();
        waiting.forEach(attempt -> now.put(attempt, looks.getOrDefault(attempt, 0) + 1));
        looks = now;
        Set<UUID> stuck = waiting.stream()
                .filter(attempt -> now.getOrDefault(attempt, 0) > patience(attempt))
                .filter(outbox::giveUp)
                .map(Attempt::id)
                .collect(Collectors.toSet());
        if (!stuck.isEmpty()) {
            LOG.info("{} events of the outbox are delivered again", stuck.size());
            publications.resubmitIncompletePublications(event -> stuck.contains(event.getIdentifier()));
        }
    }

    /** How many looks an attempt may take. */
    private static int patience(Attempt attempt) {
        return 2 << Math.min(Math.max(attempt.number() - 1, 0), DOUBLINGS_MAX);
    }
}
