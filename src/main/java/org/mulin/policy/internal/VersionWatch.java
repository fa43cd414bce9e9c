package org.mulin.policy.internal;

import java.util.concurrent.TimeUnit;
import org.mulin.base.Signals;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps each node's idea of what is in force up to date: at once here, by a signal on the other nodes, and by looking
 * again every few seconds, since a signal may be lost.
 */
@Component
class VersionWatch {
    private static final String TOPIC = "policy";

    private final StoredPolicy policy;
    private final Signals signals;

    VersionWatch(StoredPolicy policy, Signals signals) {
        this.policy = policy;
        this.signals = signals;
        signals.listen(TOPIC, ignored -> policy.refresh());
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        policy.refresh();
    }

    /** After a version was put in force or withdrawn, and committed. */
    void changed() {
        policy.refresh();
        signals.send(TOPIC, "");
    }
}
