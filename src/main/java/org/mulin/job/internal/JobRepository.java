package org.mulin.job.internal;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.mulin.job.internal.db.Tables.JOB_;
import static org.mulin.job.internal.db.Tables.REJECTED_ROW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.job.Advance;
import org.mulin.job.Job;
import org.mulin.job.JobState;
import org.mulin.job.RejectedRow;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leases are reckoned by the database's clock: it is one for all nodes, and no demonstration sets it. Everything that a
 * run writes is bound to its lease, so that a run that was taken for dead cannot write after another took over.
 */
@Repository
class JobRepository {
    /** Counter of the rows sent back; also the number of the last one. */
    static final String REJECTED_ROWS = "rejected";

    static final String REMARKED_ROWS = "remarked";

    private static final String RUNNING = JobState.RUNNING.name();
    private static final String QUEUED = JobState.QUEUED.name();
    private static final Field<Instant> DATABASE_NOW = field("clock_timestamp()", SQLDataType.INSTANT);

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    JobRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    UUID insert(String handler, String parameters, Actor actor) {
        UUID id = Ids.next();
        sql.insertInto(JOB_)
                .set(JOB_.ID, id)
                .set(JOB_.HANDLER, handler)
                .set(JOB_.PARAMETERS, JSONB.valueOf(parameters))
                .set(JOB_.STATE, QUEUED)
                .set(JOB_.COUNTERS, JSONB.valueOf("{}"))
                .set(JOB_.FAILURES, 0)
                .set(JOB_.CANCEL_WANTED, false)
                .set(JOB_.CREATED_BY, actor.accountId())
                .set(JOB_.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    void wantCancel(UUID id) {
        sql.update(JOB_)
                .set(JOB_.CANCEL_WANTED, true)
                .where(JOB_.ID.eq(id), JOB_.STATE.in(QUEUED, RUNNING))
                .execute();
    }

    /** Takes the oldest job these handlers can do that nobody works at, or whose node has gone silent. */
    @Transactional
    Optional<UUID> claim(UUID run, Duration lease, Set<String> handlers) {
        return sql.update(JOB_)
                .set(JOB_.STATE, RUNNING)
                .set(JOB_.LEASE_OWNER, run)
                .set(JOB_.LEASE_UNTIL, leaseEnd(lease))
                .set(JOB_.STARTED_AT, coalesce(JOB_.STARTED_AT, clock.instant()))
                .where(JOB_.ID.eq(select(JOB_.ID)
                        .from(JOB_)
                        .where(JOB_.STATE.in(QUEUED, RUNNING), JOB_.HANDLER.in(handlers))
                        .and(JOB_.LEASE_UNTIL.isNull().or(JOB_.LEASE_UNTIL.lt(DATABASE_NOW)))
                        .orderBy(JOB_.CREATED_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning(JOB_.ID)
                .fetchOptional(JOB_.ID);
    }

    /** Locks the job until the transaction ends; false when the lease was lost. */
    boolean hold(UUID id, UUID run) {
        return sql.select(JOB_.ID)
                .from(JOB_)
                .where(JOB_.ID.eq(id), JOB_.LEASE_OWNER.eq(run))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    void advance(Job job, UUID run, Advance advance, Duration lease) {
        Map<String, Long> counters = new HashMap<>(job.counters());
        advance.counted().forEach((counter, count) -> counters.merge(counter, count, Long::sum));
        List<RejectedRow> noted = Stream.concat(advance.rejected().stream(), advance.remarked().stream())
                .sorted(Comparator.comparingLong(RejectedRow::line))
                .toList();
        insertRejected(job.id(), job.counted(REJECTED_ROWS) + job.counted(REMARKED_ROWS), noted);
        counters.merge(REJECTED_ROWS, (long) advance.rejected().size(), Long::sum);
        if (!advance.remarked().isEmpty()) {
            counters.merge(REMARKED_ROWS, (long) advance.remarked().size(), Long::sum);
        }
        sql.update(JOB_)
                .set(JOB_.CURSOR, advance.cursor())
                .set(JOB_.COUNTERS, JSONB.valueOf(json.writeValueAsString(counters)))
                .set(JOB_.FAILURES, 0)
                .set(JOB_.LEASE_UNTIL, leaseEnd(lease))
                .where(JOB_.ID.eq(job.id()), JOB_.LEASE_OWNER.eq(run))
                .execute();
    }

    void renew(List<UUID> runs, Duration lease) {
        sql.update(JOB_)
                .set(JOB_.LEASE_UNTIL, leaseEnd(lease))
                .where(JOB_.LEASE_OWNER.in(runs))
                .execute();
    }

    void finish(UUID id, UUID run, JobState state, @Nullable String failureCode) {
        sql.update(JOB_)
                .set(JOB_.STATE, state.name())
                .set(JOB_.FAILURE_CODE, failureCode)
                .set(JOB_.FINISHED_AT, clock.instant())
                .setNull(JOB_.LEASE_OWNER)
                .setNull(JOB_.LEASE_UNTIL)
                .where(JOB_.ID.eq(id), JOB_.LEASE_OWNER.eq(run))
                .execute();
    }

    /** Gives the job back so that any node goes on with it at once. */
    void release(UUID id, UUID run) {
        sql.update(JOB_)
                .set(JOB_.STATE, QUEUED)
                .setNull(JOB_.LEASE_OWNER)
                .setNull(JOB_.LEASE_UNTIL)
                .where(JOB_.ID.eq(id), JOB_.LEASE_OWNER.eq(run))
                .execute();
    }

    /** Notes a failed batch. @return how many failed in a row */
    int noteFailure(UUID id, UUID run) {
        return sql.update(JOB_)
                .set(JOB_.FAILURES, JOB_.FAILURES.plus(1))
                .where(JOB_.ID.eq(id), JOB_.LEASE_OWNER.eq(run))
                .returning(JOB_.FAILURES)
                .fetchOptional(JOB_.FAILURES)
                .orElse(0);
    }

    void postpone(UUID id, UUID run, Duration pause) {
        sql.update(JOB_)
                .set(JOB_.STATE, QUEUED)
                .setNull(JOB_.LEASE_OWNER)
                .set(JOB_.LEASE_UNTIL, leaseEnd(pause))
                .where(JOB_.ID.eq(id), JOB_.LEASE_OWNER.eq(run))
                .execute();
    }

    private void insertRejected(UUID id, long before, List<RejectedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                REJECTED_ROW,
                REJECTED_ROW.JOB_ID,
                REJECTED_ROW.NUMBER,
                REJECTED_ROW.LINE,
                REJECTED_ROW.FIELD,
                REJECTED_ROW.CODE,
                REJECTED_ROW.ARGUMENTS,
                REJECTED_ROW.CELLS);
        long number = before;
        for (RejectedRow row : rows) {
            insert = insert.values(
                    id,
                    ++number,
                    row.line(),
                    row.field(),
                    row.code(),
                    JSONB.valueOf(json.writeValueAsString(row.arguments())),
                    JSONB.valueOf(json.writeValueAsString(row.cells())));
        }
        insert.execute();
    }

    private static Field<Instant> leaseEnd(Duration lease) {
        return field("clock_timestamp() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, val(lease.toMillis()));
    }
}
