package org.mulin.triage.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.mulin.triage.Correction;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's model the newest of the database. Looks every few seconds: another node's new model is loaded; new
 * corrections that have been quiet for a while, or a new catalogue, make one of the nodes train.
 */
@Component
class ModelKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
    private static final long SEED = 20_200_707;
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Corrections that never pause are learnt all the same, after this many times the quiet. */
    private static final int WAIT_MAX_QUIETS = 15;

    /** The model in use. */
    record Served(
            long version, long catalogueVersion, @Nullable LinearModel model) {}

    private final ModelRepository repository;
    private final Policy policy;
    private final Duration quiet;
    private volatile Served served = new Served(0, 0, null);
    private volatile @Nullable Thread thread;
    private ModelRepository.@Nullable Learnt seen;
    private long seenAt_ns;
    private long waitingSince_ns;

    /** @param quiet how long no correction has come before they are learnt */
    ModelKeeper(ModelRepository repository, Policy policy, @Value("${mulin.triage.quiet:4s}") Duration quiet) {
        this.repository = repository;
        this.policy = policy;
        this.quiet = quiet;
    }

    Served served() {
        return served;
    }

    /** The first model is there before the first request. */
    @Override
    public void start() {
        trainWhenStale(true);
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

    void look() {
        ModelRepository.Learnt wanted = repository.toLearn();
        long now_ns = System.nanoTime();
        if (!wanted.equals(seen)) {
            if (seen == null || isLearnt(seen)) {
                waitingSince_ns = now_ns;
            }
            seen = wanted;
            seenAt_ns = now_ns;
        }
        boolean calm = now_ns - seenAt_ns >= quiet.toNanos()
                || now_ns - waitingSince_ns
                        >= quiet.multipliedBy(WAIT_MAX_QUIETS).toNanos();
        if (served.catalogueVersion != catalogue().version() || (calm && !isLearnt(wanted))) {
            trainWhenStale(false);
        }
        load();
    }

    private boolean isLearnt(ModelRepository.Learnt learnt) {
        return repository
                .newest()
                .filter(header -> header.learnt().equals(learnt))
                .isPresent();
    }

    private void trainWhenStale(boolean wait) {
        repository.alone(wait, () -> {
            Versioned<Matters> catalogue = catalogue();
            ModelRepository.Learnt toLearn = repository.toLearn();
            Optional<ModelRepository.Header> newest = repository.newest();
            boolean fresh = newest.filter(header -> header.catalogueVersion() == catalogue.version()
                            && (wait || header.learnt().equals(toLearn))
                            && LinearModel.isCurrent(repository.bytes(header.version())))
                    .isPresent();
            if (!fresh) {
                List<Example> examples = examples(catalogue.content());
                LinearModel model = new Trainer(SEED).train(examples);
                repository.insert(catalogue.version(), toLearn, examples.size(), model.toBytes());
                LOG.info("triage model trained: {} examples, {} corrections", examples.size(), toLearn.corrections());
            }
        });
    }

    private List<Example> examples(Matters matters) {
        List<Example> examples = new ArrayList<>(new SeedExamples(SEED).of(matters));
        Set<String> labels = matters.leaves().stream().map(Matter::code).collect(Collectors.toSet());
        int group = examples.size();
        for (Correction correction : repository.corrections()) {
            if (labels.contains(correction.matterCode())) {
                examples.add(new Example(correction.text(), correction.matterCode(), group++, true));
            }
        }
        return examples;
    }

    private void load() {
        repository.newest().filter(header -> header.version() != served.version).ifPresent(header -> {
            LinearModel model = LinearModel.fromBytes(repository.bytes(header.version()));
            served = new Served(header.version(), header.catalogueVersion(), model);
        });
    }

    private Versioned<Matters> catalogue() {
        return policy.current(MattersTable.class);
    }
}
