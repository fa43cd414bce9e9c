package org.mulin.triage.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;
import static org.mulin.triage.internal.db.Tables.MODEL;
import static org.mulin.triage.internal.db.Tables.MODEL_STEP;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Said;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Models, which of them is in service, and how that came about. */
@Repository
class ModelRepository {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    /** One number for all nodes of a database: who holds it trains. */
    private static final long TRAINING_LOCK = 0x6D756C696E74726CL;
    /** Who holds it changes which model is in service. */
    private static final long SERVICE_LOCK = 0x6D756C696E736572L;

    /** Of older ones the card stays. */
    static final int MODELS_KEPT = 20;

    /** What a model knows without its weights; {@code cold} is null for one that learnt from seed phrases only. */
    record Header(
            long version,
            long catalogueVersion,
            Learnt learnt,
            @Nullable Long cold,
            ModelState state,
            boolean kept,
            Map<String, Integer> confirmed,
            Sureness sureness) {
        long coldVersion() {
            return cold == null ? version : cold;
        }
    }

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    ModelRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Optional<Header> serving() {
        return first(MODEL.STATE.eq(ModelState.SERVING.name()));
    }

    /** The one that was made last for a catalogue, whatever became of it. */
    Optional<Header> newest(long catalogueVersion) {
        return first(MODEL.CATALOGUE_VERSION.eq(catalogueVersion));
    }

    /** The newest that learnt nothing but a catalogue's phrases. */
    Optional<Header> cold(long catalogueVersion) {
        return first(MODEL.CATALOGUE_VERSION.eq(catalogueVersion).and(MODEL.COLD.isNull()));
    }

    Optional<Header> find(long version) {
        return first(MODEL.VERSION.eq(version));
    }

    private Optional<Header> first(Condition which) {
        return sql.select(
                        MODEL.VERSION,
                        MODEL.CATALOGUE_VERSION,
                        MODEL.CORRECTIONS,
                        MODEL.LAST_CORRECTION,
                        MODEL.COLD,
                        MODEL.STATE,
                        MODEL.BYTES.isNotNull(),
                        MODEL.CONFIRMED,
                        MODEL.SURENESS)
                .from(MODEL)
                .where(which)
                .orderBy(MODEL.VERSION.desc())
                .limit(1)
                .fetchOptional(this::header);
    }

    private Header header(Record row) {
        return new Header(
                row.get(MODEL.VERSION),
                row.get(MODEL.CATALOGUE_VERSION),
                new Learnt(row.get(MODEL.CORRECTIONS), row.get(MODEL.LAST_CORRECTION)),
                row.get(MODEL.COLD),
                ModelState.valueOf(row.get(MODEL.STATE)),
                row.get(MODEL.BYTES.isNotNull()),
                json.readValue(row.get(MODEL.CONFIRMED).data(), COUNTS),
                json.readValue(row.get(MODEL.SURENESS).data(), Sureness.class));
    }

    /** Whether a person put it in service, and not the comparison of models. */
    boolean isChosen(long serving) {
        return sql.select(MODEL_STEP.ACTOR_ID)
                .from(MODEL_STEP)
                .where(MODEL_STEP.MODEL.eq(serving))
                .orderBy(MODEL_STEP.NUMBER.desc())
                .limit(1)
                .fetchOptional(MODEL_STEP.ACTOR_ID)
                .filter(actor -> !actor.equals(Actor.SYSTEM.accountId()))
                .isPresent();
    }

    byte[] bytes(long version) {
        return sql.select(MODEL.BYTES)
                .from(MODEL)
                .where(MODEL.VERSION.eq(version))
                .fetchSingle(MODEL.BYTES);
    }

    /** Out of service until {@link #serve} or {@link #refuse}. @return its version */
    long insert(ModelCard card, byte[] bytes) {
        ModelCard.Rival rival = card.rival();
        Trial trial = card.trial();
        long version = sql.insertInto(MODEL)
                .set(MODEL.CATALOGUE_VERSION, card.catalogueVersion())
                .set(MODEL.TRAINED_AT, clock.instant())
                .set(MODEL.EXAMPLES, card.examples())
                .set(MODEL.CORRECTIONS, card.learnt().corrections())
                .set(MODEL.LAST_CORRECTION, card.learnt().lastCorrection())
                .set(MODEL.COLD, card.cold())
                .set(MODEL.CONFIRMED, JSONB.valueOf(json.writeValueAsString(card.confirmed())))
                .set(MODEL.STATE, ModelState.EARLIER.name())
                .set(MODEL.TICKETS, trial.tickets())
                .set(MODEL.TICKETS_RIGHT, trial.right())
                .set(MODEL.MACRO_F1, trial.macroF1())
                .set(MODEL.CALIBRATION_ERROR, trial.calibrationError())
                .set(MODEL.SURENESS, JSONB.valueOf(json.writeValueAsString(trial.sureness())))
                .set(MODEL.RIVAL, rival == null ? null : rival.version())
                .set(MODEL.RIVAL_RIGHT, rival == null ? null : rival.right())
                .set(MODEL.SIZE_BYTES, bytes.length)
                .set(MODEL.BYTES, bytes)
                .returning(MODEL.VERSION)
                .fetchSingle(MODEL.VERSION);
        forget(version - MODELS_KEPT);
        return version;
    }

    /** What is in service stays whole, and so do the seed-phrase models that kept ones lean on. */
    private void forget(long upTo) {
        var other = MODEL.as("other");
        sql.update(MODEL)
                .setNull(MODEL.BYTES)
                .where(
                        MODEL.VERSION.le(upTo),
                        MODEL.BYTES.isNotNull(),
                        MODEL.STATE.ne(ModelState.SERVING.name()),
                        MODEL.VERSION.notIn(
                                select(other.COLD).from(other).where(other.BYTES.isNotNull(), other.COLD.isNotNull())))
                .execute();
    }

    /** @param becomes what the one that has been in service is from now on, and why */
    void serve(long version, Turn becomes, Turn why) {
        serving().ifPresent(before -> turn(before.version(), becomes));
        turn(version, why);
    }

    void refuse(long version, Said why) {
        turn(version, new Turn(ModelState.REFUSED, Actor.SYSTEM, why));
    }

    /** A step in the life of a model. */
    record Turn(ModelState state, Actor by, Said why) {}

    private void turn(long version, Turn turn) {
        sql.update(MODEL)
                .set(MODEL.STATE, turn.state().name())
                .where(MODEL.VERSION.eq(version))
                .execute();
        sql.insertInto(MODEL_STEP)
                .set(MODEL_STEP.MODEL, version)
                .set(
                        MODEL_STEP.NUMBER,
                        selectCount()
                                .from(MODEL_STEP)
                                .where(MODEL_STEP.MODEL.eq(version))
                                .asField()
                                .cast(SQLDataType.INTEGER)
                                .plus(1))
                .set(MODEL_STEP.AT, clock.instant())
                .set(MODEL_STEP.STATE, turn.state().name())
                .set(MODEL_STEP.ACTOR_ID, turn.by().accountId())
                .set(MODEL_STEP.ACTOR_NAME, turn.by().name())
                .set(MODEL_STEP.WHY, JSONB.valueOf(json.writeValueAsString(turn.why())))
                .execute();
    }

    /** In the transaction that is open: nobody else changes meanwhile which model is in service. */
    void oneAtATime() {
        sql.select(field("pg_advisory_xact_lock({0})", Object.class, val(SERVICE_LOCK)))
                .fetch();
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
