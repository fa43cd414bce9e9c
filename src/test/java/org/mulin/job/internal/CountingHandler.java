package org.mulin.job.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mulin.job.Advance;
import org.mulin.job.Job;
import org.mulin.job.JobHandler;
import org.mulin.job.JobRun;
import org.mulin.job.RejectedRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the numbers from 1 to 50 in batches of ten, sends every tenth back, and can be disturbed at any row. */
final class CountingHandler implements JobHandler {
    private static final int LAST = 50;
    private static final int BATCH = 10;

    private final String name;
    private final JdbcTemplate rows;
    private final Map<Integer, Runnable> afterRow = new HashMap<>();
    private final Map<Integer, Runnable> beforeRead = new HashMap<>();
    private volatile int backend;
    private volatile int opened;

    CountingHandler(String name, JdbcTemplate rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Replaces what was wanted before. */
    synchronized void afterRow(int row, Runnable disturbance) {
        afterRow.clear();
        afterRow.put(row, disturbance);
    }

    synchronized void beforeRead(int done, Runnable disturbance) {
        beforeRead.clear();
        beforeRead.put(done, disturbance);
    }

    /** The database process of the transaction that writes. */
    int backend() {
        return backend;
    }

    int opened() {
        return opened;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JobRun open(Job job) {
        opened++;
        return new Run(job.cursor() == null ? 0 : Integer.parseInt(job.cursor()));
    }

    private void disturb(Map<Integer, Runnable> disturbances, int at) {
        Runnable disturbance;
        synchronized (this) {
            disturbance = disturbances.getOrDefault(at, () -> {});
        }
        disturbance.run();
    }

    private final class Run implements JobRun {
        private int done;

        private Run(int done) {
            this.done = done;
        }

        @Override
        public boolean readAhead() {
            disturb(beforeRead, done);
            return done < LAST;
        }

        @Override
        public Advance write() {
            backend = Objects.requireNonNull(rows.queryForObject("select pg_backend_pid()", Integer.class));
            List<RejectedRow> rejected = new ArrayList<>();
            for (int row = done + 1; row <= done + BATCH; row++) {
                rows.update("insert into job.test_row values (?, ?)", name, row);
                disturb(afterRow, row);
                if (row % BATCH == 0) {
                    rejected.add(new RejectedRow(row, "n", "field-invalid", List.of(), List.of("" + row)));
                }
            }
            done += BATCH;
            return new Advance(Integer.toString(done), Map.of("seen", (long) BATCH), rejected, List.of());
        }

        @Override
        public void close() {}
    }
}
