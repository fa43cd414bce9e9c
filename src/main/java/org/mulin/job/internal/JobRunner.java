package org.mulin.job.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mulin.base.Ids;
import org.mulin.job.JobHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** This node's part in the long work: a few threads that take jobs, and one that keeps their leases alive. */
@Component
class JobRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(400);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(5);
    private static final int JOBS_AT_ONCE_MAX = 2;

    private final JobRepository repository;
    private final JobWorker worker;
    private final Duration lease;
    private final Set<String> handlers;
    private final Set<UUID> runs = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    /** Whoever pauses wakes when the node stops. */
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    @Autowired
    JobRunner(
            JobRepository repository,
            JobQueries queries,
            List<JobHandler> handlers,
            PlatformTransactionManager transactions) {
        this(repository, queries, handlers, transactions, LEASE);
    }

    JobRunner(
            JobRepository repository,
            JobQueries queries,
            List<JobHandler> handlers,
            PlatformTransactionManager transactions,
            Duration lease) {
        this.repository = repository;
        this.lease = lease;
        Map<String, JobHandler> byName =
                handlers.stream().collect(Collectors.toMap(JobHandler::name, Function.identity()));
        this.handlers = Set.copyOf(byName.keySet());
        worker = new JobWorker(repository, queries, byName, new TransactionTemplate(transactions), lease);
    }

    @Override
    public synchronized void start() {
        running = true;
        stopping = new CountDownLatch(1);
        threads.add(Thread.ofVirtual().name("job-leases").start(this::keepLeases));
        for (int i = 1; i <= JOBS_AT_ONCE_MAX; i++) {
            threads.add(Thread.ofPlatform().daemon().name("job-" + i).start(this::takeJobs));
        }
    }

    /** Lets each batch end, if it soon does; what is not finished is released, or taken over when its lease ends. */
    @Override
    public synchronized void stop() {
        running = false;
        stopping.countDown();
        long until_ns = System.nanoTime() + STOP_WAIT_MAX.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(0, until_ns - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void takeJobs() {
        while (running) {
            UUID run = Ids.next();
            try {
                Optional<UUID> job = repository.claim(run, lease, handlers);
                if (job.isPresent()) {
                    runs.add(run);
                    worker.work(job.get(), run, () -> !running);
                } else {
                    pause(POLL);
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "the job queue cannot be reached ({}); trying again",
                        e.getClass().getName());
                pause(POLL);
            } finally {
                runs.remove(run);
            }
        }
    }

    private void keepLeases() {
        while (running) {
            pause(lease.dividedBy(4));
            try {
                if (running && !runs.isEmpty()) {
                    repository.renew(List.copyOf(runs), lease);
                }
            } catch (RuntimeException e) {
                LOG.warn("job leases could not be renewed ({})", e.getClass().getName());
            }
        }
    }

    @SuppressWarnings("ResultOfMethodCallIgnored")
    private void pause(Duration duration) {
        try {
            stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
