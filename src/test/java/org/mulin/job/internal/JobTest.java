package org.mulin.job.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.MulinHttpTest;
import org.mulin.base.Refused;
import org.mulin.job.Job;
import org.mulin.job.JobState;
import org.mulin.job.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs on a real database: whoever dies where, every row is written once. */
class JobTest extends MulinHttpTest {
    private static final Duration LEASE = Duration.ofMillis(1_200);
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRepository repository;

    @Autowired
    private JobQueries queries;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate rows;

    private CountingHandler handler;

    @BeforeEach
    void prepare() {
        rows.execute("create table if not exists job.test_row (handler text not null, n int not null)");
        handler = new CountingHandler("count-" + Ids.next(), rows);
    }

    @Test
    void countsWritesAndSendsBackBatchByBatch() {
        UUID job = queue();
        try (var node = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
        }
        Job done = find(job);
        assertThat(done.counters()).isEqualTo(Map.of("seen", 50L, "rejected", 5L));
        assertThat(done.startedAt()).isNotNull();
        assertThat(done.finishedAt()).isNotNull();
        assertWrittenOnce();
        assertThat(jobs.rejected(job, 0, 10)).extracting("line").containsExactly(10L, 20L, 30L, 40L, 50L);
        assertThat(jobs.rejected(job, 3, 10)).extracting("line").containsExactly(40L, 50L);
    }

    @Test
    void anotherNodeGoesOnWhereOneWasKilledInTheMiddleOfABatch() throws InterruptedException {
        UUID job = queue();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch revived = new CountDownLatch(1);
        handler.afterRow(25, () -> {
            inside.countDown();
            await(revived);
        });
        Thread dying = workWithoutHeartbeat(job);
        inside.await();
        handler.afterRow(0, () -> {});
        rows.queryForObject("select pg_terminate_backend(?)", Boolean.class, handler.backend());
        try (var other = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
        }
        revived.countDown();
        dying.join();
        assertWrittenOnce();
        assertThat(find(job).counted("seen")).isEqualTo(50);
        assertThat(find(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aNodeThatWasTakenForDeadWritesNothingMore() throws InterruptedException {
        UUID job = queue();
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        handler.beforeRead(20, () -> {
            waiting.countDown();
            await(wakes);
        });
        Thread slow = workWithoutHeartbeat(job);
        waiting.await();
        handler.beforeRead(-1, () -> {});
        try (var other = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
        }
        wakes.countDown();
        slow.join();
        assertWrittenOnce();
    }

    @Test
    void aLiveNodeKeepsItsLeaseThroughALongBatch() {
        UUID job = queue();
        handler.afterRow(5, () -> sleep(LEASE.multipliedBy(2)));
        handler.beforeRead(20, () -> sleep(LEASE.multipliedBy(2)));
        try (var one = node(LEASE);
                var two = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
        }
        assertWrittenOnce();
        assertThat(handler.opened()).isEqualTo(1);
    }

    @Test
    void stoppingANodeReleasesItsJobAtOnce() {
        UUID job = queue();
        CountDownLatch half = new CountDownLatch(1);
        handler.beforeRead(20, half::countDown);
        handler.afterRow(35, () -> sleep(Duration.ofMillis(300)));
        try (var one = node(Duration.ofMinutes(10))) {
            await(half);
        }
        assertThat(find(job).state()).isIn(JobState.QUEUED, JobState.DONE);
        try (var two = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
        }
        assertWrittenOnce();
    }

    @Test
    void aBatchThatFailsIsTriedAgainAndGivenUpAfterFive() {
        handler.afterRow(15, failing(2));
        UUID job = queue();
        try (var node = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.DONE);
            assertWrittenOnce();
            handler = new CountingHandler("count-" + Ids.next(), rows);
            handler.afterRow(15, failing(Integer.MAX_VALUE));
        }
        UUID hopeless = queue();
        try (var node = node(LEASE)) {
            assertThat(over(hopeless).state()).isEqualTo(JobState.FAILED);
        }
        assertThat(find(hopeless).failureCode()).isEqualTo(JobWorker.JOB_BROKEN);
        assertThat(find(hopeless).counted("seen")).isEqualTo(10);
    }

    @Test
    void aRefusalFailsAtOnceWithItsCode() {
        handler.beforeRead(0, () -> {
            throw Refused.of("import-content-gone");
        });
        UUID job = queue();
        try (var node = node(LEASE)) {
            assertThat(over(job).failureCode()).isEqualTo("import-content-gone");
        }
    }

    @Test
    void cancellingEndsAfterTheBatchBeingWritten() {
        UUID job = queue();
        handler.beforeRead(20, () -> jobs.cancel(job));
        try (var node = node(LEASE)) {
            assertThat(over(job).state()).isEqualTo(JobState.CANCELLED);
        }
        assertThat(find(job).counted("seen")).isEqualTo(30);
        jobs.cancel(job);
        assertThat(find(job).state()).isEqualTo(JobState.CANCELLED);
    }

    private static Runnable failing(int times) {
        int[] left = {times};
        return () -> {
            if (left[0]-- > 0) {
                throw new IllegalStateException("as the test wants it");
            }
        };
    }

    private UUID queue() {
        return jobs.queue(handler.name(), "{}", Actor.SYSTEM);
    }

    private Thread workWithoutHeartbeat(UUID job) {
        UUID run = Ids.next();
        assertThat(repository.claim(run, LEASE, Set.of(handler.name()))).contains(job);
        var worker = new JobWorker(
                repository, queries, Map.of(handler.name(), handler), new TransactionTemplate(transactions), LEASE);
        return Thread.ofPlatform().start(() -> worker.work(job, run, () -> false));
    }

    private Node node(Duration lease) {
        JobRunner runner = new JobRunner(repository, queries, List.of(handler), transactions, lease);
        runner.start();
        return runner::stop;
    }

    private Job over(UUID id) {
        until(() -> find(id).state().isOver());
        return find(id);
    }

    private Job find(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    private void assertWrittenOnce() {
        List<Integer> written = rows.queryForList(
                "select n from job.test_row where handler = ? order by n", Integer.class, handler.name());
        assertThat(written).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    private static void until(BooleanSupplier condition) {
        long end_ns = System.nanoTime() + WAIT_MAX.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end_ns);
            sleep(Duration.ofMillis(20));
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Node extends AutoCloseable {
        @Override
        void close();
    }
}
