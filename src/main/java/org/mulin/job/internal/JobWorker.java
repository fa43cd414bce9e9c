package org.mulin.job.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.mulin.base.Refused;
import org.mulin.job.Advance;
import org.mulin.job.Job;
import org.mulin.job.JobHandler;
import org.mulin.job.JobRun;
import org.mulin.job.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Works at one job under one lease until it is over, the lease is lost or the node stops. */
final class JobWorker {
    static final String JOB_BROKEN = "job-broken";
    private static final int FAILURES_MAX = 5;
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final JobRepository repository;
    private final JobQueries queries;
    private final Map<String, JobHandler> handlers;
    private final TransactionTemplate transaction;
    private final Duration lease;

    JobWorker(
            JobRepository repository,
            JobQueries queries,
            Map<String, JobHandler> handlers,
            TransactionTemplate transaction,
            Duration lease) {
        this.repository = repository;
        this.queries = queries;
        this.handlers = handlers;
        this.transaction = transaction;
        this.lease = lease;
    }

    void work(UUID id, UUID run, BooleanSupplier stopping) {
        try {
            batches(Objects.requireNonNull(handlers.get(job(id).handler())), id, run, stopping);
        } catch (LeaseLost e) {
            LOG.warn("job {} was taken over by another node", id);
        } catch (Refused e) {
            repository.finish(id, run, JobState.FAILED, e.code());
        } catch (RuntimeException e) {
            fail(id, run, e);
        }
    }

    private void batches(JobHandler handler, UUID id, UUID run, BooleanSupplier stopping) {
        try (JobRun open = handler.open(job(id))) {
            while (true) {
                if (job(id).cancelWanted()) {
                    repository.finish(id, run, JobState.CANCELLED, null);
                    return;
                }
                if (stopping.getAsBoolean()) {
                    repository.release(id, run);
                    return;
                }
                if (!open.readAhead()) {
                    repository.finish(id, run, JobState.DONE, null);
                    return;
                }
                transaction.executeWithoutResult(_ -> write(open, id, run));
            }
        }
    }

    private void write(JobRun open, UUID id, UUID run) {
        if (!repository.hold(id, run)) {
            throw new LeaseLost();
        }
        Advance advance = open.write();
        repository.advance(job(id), run, advance, lease);
    }

    private void fail(UUID id, UUID run, RuntimeException cause) {
        int failures = repository.noteFailure(id, run);
        if (failures >= FAILURES_MAX) {
            LOG.error("job {} failed {} times in a row and is given up: {}", id, failures, kind(cause));
            repository.finish(id, run, JobState.FAILED, JOB_BROKEN);
        } else {
            LOG.warn("job {} failed and will be tried again: {}", id, kind(cause));
            repository.postpone(id, run, Duration.ofMillis(250L << failures));
        }
    }

    /** Kind and place of an exception; its message may hold what users wrote, which no log may. */
    private static String kind(Throwable cause) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable each = cause; each != null && kinds.length() < 1_000; each = each.getCause()) {
            String at = Arrays.stream(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.mulin."))
                    .findFirst()
                    .map(StackTraceElement::toString)
                    .orElse("-");
            kinds.append(each.getClass().getName()).append(" at ").append(at).append("; ");
        }
        return kinds.toString();
    }

    private Job job(UUID id) {
        return queries.find(List.of(id)).getFirst();
    }

    private static final class LeaseLost extends RuntimeException {}
}
