package org.mulin.triage.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Policy;
import org.mulin.triage.MattersTable;
import org.mulin.triage.internal.ModelRepository.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's model the one that the database says is in service. Looks every second: another model there is
 * loaded; new corrections that have been quiet for a while, or a new catalogue, make one of the nodes train.
 */
@Component
class ModelKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Corrections that never pause are learnt all the same, after this many times the quiet. */
    private static final int WAIT_MAX_QUIETS = 15;

    private final ModelRepository repository;
    private final CorrectionRepository corrections;
    private final Teacher teacher;
    private final Policy policy;
    private final Duration quiet;
    private volatile @Nullable ServedModel served;
    private volatile @Nullable Thread thread;
    private @Nullable Learnt seen;
    private long seenAt_ns;
    private long waitingSince_ns;

    /** @param quiet how long no correction has come before they are learnt */
    ModelKeeper(
            ModelRepository repository,
            CorrectionRepository corrections,
            Teacher teacher,
            Policy policy,
            @Value("${mulin.triage.quiet:4s}") Duration quiet) {
        this.repository = repository;
        this.corrections = corrections;
        this.teacher = teacher;
        this.policy = policy;
        this.quiet = quiet;
    }

    /** Null only before the first model has been made. */
    @Nullable
    ServedModel served() {
        return served;
    }

    /** The first model is there before the first request. */
    @Override
    public void start() {
        teacher.begin(true);
        load();
        // it runs as long as it finds itself here, so it must stand here before it runs
        Thread keeper = Thread.ofPlatform().daemon().name("triage-model").unstarted(this::keep);
        thread = keeper;
        keeper.start();
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

    @Override
    public int getPhase() {
        return 0;
    }

    private void keep() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(LOOK);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "the triage model could not be renewed ({}); trying again",
                        e.getClass().getName());
            }
        }
    }

    private void look() {
        long catalogue = policy.current(MattersTable.class).version();
        ServedModel now = served;
        if (now == null || now.catalogueVersion() != catalogue) {
            teacher.begin(false);
        } else if (isCalm(corrections.toLearn(), now)) {
            teacher.learn();
        }
        load();
    }

    /** Whether there is something to learn and no more has come for a while. */
    private boolean isCalm(Learnt wanted, ServedModel now) {
        boolean learnt = teacher.isLearnt(wanted, now.catalogueVersion(), now.coldVersion());
        long now_ns = System.nanoTime();
        if (!wanted.equals(seen)) {
            seen = wanted;
            seenAt_ns = now_ns;
        }
        if (learnt) {
            waitingSince_ns = now_ns;
        }
        return !learnt
                && (now_ns - seenAt_ns >= quiet.toNanos()
                        || now_ns - waitingSince_ns
                                >= quiet.multipliedBy(WAIT_MAX_QUIETS).toNanos());
    }

    /** Whoever has changed which model is in service reads by it at once; the other nodes within a second. */
    synchronized void load() {
        ServedModel before = served;
        Header header = repository.serving().orElse(null);
        if (header == null || (before != null && before.version() == header.version())) {
            return;
        }
        LinearModel model = LinearModel.fromBytes(repository.bytes(header.version()));
        served = new ServedModel(
                header.version(),
                header.catalogueVersion(),
                model,
                header.coldVersion(),
                cold(header, model, before),
                header.confirmed(),
                header.sureness());
    }

    private LinearModel cold(Header header, LinearModel model, @Nullable ServedModel before) {
        if (header.cold() == null) {
            return model;
        }
        return before != null && before.coldVersion() == header.cold()
                ? before.cold()
                : LinearModel.fromBytes(repository.bytes(header.cold()));
    }
}
