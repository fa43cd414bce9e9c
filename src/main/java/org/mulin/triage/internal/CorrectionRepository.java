package org.mulin.triage.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.defaultValue;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.mulin.triage.internal.db.Tables.CORRECTION;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.mulin.triage.Correction;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;

/** What people decided: most of it is learnt, some is held back to try models on. */
@Repository
class CorrectionRepository {
    /** Before there are so many, each is needed for learning. */
    static final int TAUGHT_FIRST = 100;

    private static final int TAUGHT_MAX = 20_000;
    private static final int HELD_BACK_MAX = 4_000;

    private final DSLContext sql;
    private final Clock clock;

    CorrectionRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is once held back stays so, and what was once taught is never asked about. */
    void save(Correction correction) {
        Text text = correction.text();
        boolean heldBack = HeldBack.is(text)
                && sql.fetchExists(selectOne().from(CORRECTION).offset(TAUGHT_FIRST - 1));
        sql.insertInto(CORRECTION)
                .set(CORRECTION.SOURCE, correction.source())
                .set(CORRECTION.SUBJECT, text.subject())
                .set(CORRECTION.BODY, text.body())
                .set(CORRECTION.MATTER, correction.matterCode())
                .set(CORRECTION.AT, clock.instant())
                .set(CORRECTION.HELD_BACK, heldBack)
                .onConflict(CORRECTION.SOURCE)
                .doUpdate()
                .set(CORRECTION.SUBJECT, text.subject())
                .set(CORRECTION.BODY, text.body())
                .set(CORRECTION.MATTER, correction.matterCode())
                .set(CORRECTION.AT, clock.instant())
                .set(CORRECTION.SEQUENCE, defaultValue(CORRECTION.SEQUENCE))
                .execute();
    }

    List<Correction> taught() {
        return newest(false, TAUGHT_MAX);
    }

    List<Correction> heldBack() {
        return newest(true, HELD_BACK_MAX);
    }

    /** In the order of their sources, so that training does not depend on who came first. */
    private List<Correction> newest(boolean heldBack, int limit) {
        return sql.selectFrom(CORRECTION)
                .where(CORRECTION.SOURCE.in(select(CORRECTION.SOURCE)
                        .from(CORRECTION)
                        .where(CORRECTION.HELD_BACK.eq(heldBack))
                        .orderBy(CORRECTION.SEQUENCE.desc())
                        .limit(limit)))
                .orderBy(CORRECTION.SOURCE)
                .fetch(row ->
                        new Correction(row.getSource(), new Text(row.getSubject(), row.getBody()), row.getMatter()));
    }

    record Counts(int taught, int heldBack) {}

    Counts counts() {
        return sql.select(count().filterWhere(not(CORRECTION.HELD_BACK)), count().filterWhere(CORRECTION.HELD_BACK))
                .from(CORRECTION)
                .fetchSingle(row -> new Counts(row.value1(), row.value2()));
    }

    Learnt toLearn() {
        return sql.select(count(), max(CORRECTION.SEQUENCE))
                .from(CORRECTION)
                .fetchSingle(row -> new Learnt(row.value1(), row.value2() == null ? 0 : row.value2()));
    }
}
