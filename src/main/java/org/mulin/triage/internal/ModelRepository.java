package org.mulin.triage.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.defaultValue;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.mulin.triage.internal.db.Tables.CORRECTION;
import static org.mulin.triage.internal.db.Tables.MODEL;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.mulin.triage.Correction;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Models and the corrections they learn from. */
@Repository
class ModelRepository {
    /** One number for all nodes of a database: who holds it trains. */
    private static final long TRAINING_LOCK = 0x6D756C696E74726CL;

    private static final int MODELS_KEPT = 20;
    private static final int CORRECTIONS_MAX = 20_000;

    /** What a model knows without its weights. */
    record Header(long version, long catalogueVersion, Learnt learnt) {}

    /** Which corrections a model saw; two values differ when a correction came or was replaced between them. */
    record Learnt(int corrections, long lastCorrection) {}

    private final DSLContext sql;
    private final Clock clock;

    ModelRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void save(Correction correction) {
        Text text = correction.text();
        sql.insertInto(CORRECTION)
                .set(CORRECTION.SOURCE, correction.source())
                .set(CORRECTION.SUBJECT, text.subject())
                .set(CORRECTION.BODY, text.body())
                .set(CORRECTION.MATTER, correction.matterCode())
                .set(CORRECTION.AT, clock.instant())
                .onConflict(CORRECTION.SOURCE)
                .doUpdate()
                .set(CORRECTION.SUBJECT, text.subject())
                .set(CORRECTION.BODY, text.body())
                .set(CORRECTION.MATTER, correction.matterCode())
                .set(CORRECTION.AT, clock.instant())
                .set(CORRECTION.SEQUENCE, defaultValue(CORRECTION.SEQUENCE))
                .execute();
    }

    /** The newest corrections, in the order of their sources, so that training does not depend on who came first. */
    List<Correction> corrections() {
        return sql.selectFrom(CORRECTION)
                .where(CORRECTION.SOURCE.in(select(CORRECTION.SOURCE)
                        .from(CORRECTION)
                        .orderBy(CORRECTION.SEQUENCE.desc())
                        .limit(CORRECTIONS_MAX)))
                .orderBy(CORRECTION.SOURCE)
                .fetch(row ->
                        new Correction(row.getSource(), new Text(row.getSubject(), row.getBody()), row.getMatter()));
    }

    Learnt toLearn() {
        return sql.select(count(), max(CORRECTION.SEQUENCE))
                .from(CORRECTION)
                .fetchSingle(row -> new Learnt(row.value1(), row.value2() == null ? 0 : row.value2()));
    }

    Optional<Header> newest() {
        return sql.select(MODEL.VERSION, MODEL.CATALOGUE_VERSION, MODEL.CORRECTIONS, MODEL.LAST_CORRECTION)
                .from(MODEL)
                .orderBy(MODEL.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Header(row.value1(), row.value2(), new Learnt(row.value3(), row.value4())));
    }

    byte[] bytes(long version) {
        return sql.select(MODEL.BYTES)
                .from(MODEL)
                .where(MODEL.VERSION.eq(version))
                .fetchSingle(MODEL.BYTES);
    }

    void insert(long catalogueVersion, Learnt learnt, int examples, byte[] bytes) {
        long version = sql.insertInto(MODEL)
                .set(MODEL.CATALOGUE_VERSION, catalogueVersion)
                .set(MODEL.TRAINED_AT, clock.instant())
                .set(MODEL.EXAMPLES, examples)
                .set(MODEL.CORRECTIONS, learnt.corrections())
                .set(MODEL.LAST_CORRECTION, learnt.lastCorrection())
                .set(MODEL.BYTES, bytes)
                .returning(MODEL.VERSION)
                .fetchSingle(MODEL.VERSION);
        sql.deleteFrom(MODEL).where(MODEL.VERSION.le(version - MODELS_KEPT)).execute();
    }

    /** Runs the work in one transaction unless another node is at it. @return whether it ran */
    @Transactional
    boolean alone(boolean wait, Runnable work) {
        if (wait) {
            sql.select(field("pg_advisory_xact_lock({0})", Object.class, val(TRAINING_LOCK)))
                    .fetch();
        } else if (!sql.select(field("pg_try_advisory_xact_lock({0})", Boolean.class, val(TRAINING_LOCK)))
                .fetchSingle()
                .value1()) {
            return false;
        }
        work.run();
        return true;
    }
}
