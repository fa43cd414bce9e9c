package org.mulin.base.internal;

import static org.mulin.base.internal.db.Tables.SEALING_KEY;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class KeyMarkRepository {
    private final DSLContext sql;
    private final Clock clock;

    KeyMarkRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The first mark stays. @return the one that is kept */
    byte[] keep(byte[] mark) {
        sql.insertInto(SEALING_KEY)
                .set(SEALING_KEY.ONLY_ONE, true)
                .set(SEALING_KEY.MARK, mark)
                .set(SEALING_KEY.AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return sql.select(SEALING_KEY.MARK).from(SEALING_KEY).fetchSingle(SEALING_KEY.MARK);
    }
}
