package org.mulin.access.internal;

import static org.jooq.impl.DSL.when;
import static org.mulin.access.internal.db.Tables.UNKNOWN_NAME;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Failed sign-ins under names that nobody has, counted as on accounts; the names only as blind indexes. */
@Repository
class UnknownNameRepository {
    private final DSLContext sql;

    UnknownNameRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Instant> lockedUntil(byte[] nameIndex) {
        return sql.select(UNKNOWN_NAME.LOCKED_UNTIL)
                .from(UNKNOWN_NAME)
                .where(UNKNOWN_NAME.NAME_INDEX.eq(nameIndex))
                .fetchOptional(UNKNOWN_NAME.LOCKED_UNTIL);
    }

    void failed(byte[] nameIndex, int failures_max, Instant lockedUntil, Instant now) {
        sql.insertInto(UNKNOWN_NAME)
                .set(UNKNOWN_NAME.NAME_INDEX, nameIndex)
                .set(UNKNOWN_NAME.FAILED_COUNT, 1)
                .set(UNKNOWN_NAME.LOCKED_UNTIL, failures_max <= 1 ? lockedUntil : null)
                .set(UNKNOWN_NAME.AT, now)
                .onConflict(UNKNOWN_NAME.NAME_INDEX)
                .doUpdate()
                .set(UNKNOWN_NAME.FAILED_COUNT, UNKNOWN_NAME.FAILED_COUNT.plus(1))
                .set(
                        UNKNOWN_NAME.LOCKED_UNTIL,
                        when(UNKNOWN_NAME.FAILED_COUNT.ge(failures_max - 1), lockedUntil)
                                .otherwise(UNKNOWN_NAME.LOCKED_UNTIL))
                .set(UNKNOWN_NAME.AT, now)
                .execute();
    }

    int deleteBefore(Instant limit) {
        return sql.deleteFrom(UNKNOWN_NAME).where(UNKNOWN_NAME.AT.lt(limit)).execute();
    }
}
