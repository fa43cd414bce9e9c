package org.mulin.access.internal;

import static org.mulin.access.internal.db.Tables.ATTEMPT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mulin.access.RateLimits;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class RateLimitRepository implements RateLimits {
    private final DSLContext sql;
    private final Clock clock;

    RateLimitRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(String bucket, int attempts_max, Duration window) {
        Instant now = clock.instant();
        // attempts on one bucket take turns, so that none slips past the count
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 7))", DSL.val(bucket));
        var recent = sql.select(DSL.count(), DSL.min(ATTEMPT.AT))
                .from(ATTEMPT)
                .where(ATTEMPT.BUCKET.eq(bucket), ATTEMPT.AT.gt(now.minus(window)))
                .fetchSingle();
        if (recent.value1() >= attempts_max) {
            Duration wait = Duration.between(now, recent.value2().plus(window));
            throw Refused.of("too-many-requests", Math.max(1, wait.toSeconds()));
        }
        sql.insertInto(ATTEMPT)
                .set(ATTEMPT.ID, Ids.next())
                .set(ATTEMPT.BUCKET, bucket)
                .set(ATTEMPT.AT, now)
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(String bucket) {
        sql.deleteFrom(ATTEMPT)
                .where(ATTEMPT.ID.eq(DSL.select(ATTEMPT.ID)
                        .from(ATTEMPT)
                        .where(ATTEMPT.BUCKET.eq(bucket))
                        .orderBy(ATTEMPT.AT.desc())
                        .limit(1)))
                .execute();
    }

    int deleteBefore(Instant limit) {
        return sql.deleteFrom(ATTEMPT).where(ATTEMPT.AT.lt(limit)).execute();
    }
}
