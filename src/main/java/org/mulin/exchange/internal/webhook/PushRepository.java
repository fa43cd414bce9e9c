package org.mulin.exchange.internal.webhook;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.mulin.exchange.internal.db.Tables.DELIVERY;
import static org.mulin.exchange.internal.db.Tables.SUBSCRIPTION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be sent. When it is sent goes by the database's clock: it is one for all nodes, and no demonstration sets
 * it. Whoever takes a delivery counts an attempt and pushes it out of the others' sight until its lease ends; only that
 * attempt may write what came of it.
 */
@Repository
class PushRepository {
    private static final String WAITING = PushState.WAITING.name();
    private static final Field<Instant> DATABASE_NOW = field("clock_timestamp()", SQLDataType.INSTANT);

    private final DSLContext sql;
    private final Clock clock;

    PushRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record New(UUID subscriptionId, UUID eventId, String type, String subject, String body) {}

    record Taken(UUID id, UUID subscriptionId, UUID eventId, String body, int attempts, Instant at) {}

    /** Events that are here already are left as they are. */
    void insert(List<New> all) {
        if (all.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                DELIVERY,
                DELIVERY.ID,
                DELIVERY.SUBSCRIPTION_ID,
                DELIVERY.EVENT_ID,
                DELIVERY.EVENT_TYPE,
                DELIVERY.SUBJECT,
                DELIVERY.BODY,
                DELIVERY.STATE,
                DELIVERY.ATTEMPTS,
                DELIVERY.NEXT_AT,
                DELIVERY.CREATED_AT);
        for (New each : all) {
            insert = insert.values(
                    val(Ids.next()),
                    val(each.subscriptionId()),
                    val(each.eventId()),
                    val(each.type()),
                    val(each.subject()),
                    val(each.body()),
                    val(WAITING),
                    val(0),
                    DATABASE_NOW,
                    val(clock.instant()));
        }
        insert.onConflictDoNothing().execute();
    }

    @Transactional
    List<Taken> take(int count, Duration lease) {
        return sql.update(DELIVERY)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .set(DELIVERY.NEXT_AT, later(lease))
                .set(DELIVERY.TRIED_AT, clock.instant())
                .where(DELIVERY.ID.in(select(DELIVERY.ID)
                        .from(DELIVERY)
                        .where(DELIVERY.STATE.eq(WAITING), DELIVERY.NEXT_AT.le(DATABASE_NOW))
                        .orderBy(DELIVERY.NEXT_AT)
                        .limit(count)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(
                        DELIVERY.ID,
                        DELIVERY.SUBSCRIPTION_ID,
                        DELIVERY.EVENT_ID,
                        DELIVERY.BODY,
                        DELIVERY.ATTEMPTS,
                        DATABASE_NOW)
                .fetch(row ->
                        new Taken(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    void delivered(Taken taken, int answerStatus) {
        end(taken, PushState.DELIVERED, answerStatus, null);
    }

    void failed(Taken taken, @Nullable Integer answerStatus, String failure) {
        end(taken, PushState.FAILED, answerStatus, failure);
    }

    private void end(Taken taken, PushState state, @Nullable Integer answerStatus, @Nullable String failure) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .setNull(DELIVERY.NEXT_AT)
                .set(DELIVERY.ANSWER_STATUS, answerStatus)
                .set(DELIVERY.FAILURE, failure)
                .where(DELIVERY.ID.eq(taken.id()), DELIVERY.ATTEMPTS.eq(taken.attempts()))
                .and(DELIVERY.STATE.eq(WAITING))
                .execute();
    }

    void again(Taken taken, @Nullable Integer answerStatus, String failure, Duration pause) {
        sql.update(DELIVERY)
                .set(DELIVERY.NEXT_AT, later(pause))
                .set(DELIVERY.ANSWER_STATUS, answerStatus)
                .set(DELIVERY.FAILURE, failure)
                .where(DELIVERY.ID.eq(taken.id()), DELIVERY.ATTEMPTS.eq(taken.attempts()))
                .and(DELIVERY.STATE.eq(WAITING))
                .execute();
    }

    /** To be sent anew, whatever became of it. @return false when there is none of a live subscription */
    boolean redeliver(UUID id) {
        return sql.update(DELIVERY)
                        .set(DELIVERY.STATE, WAITING)
                        .set(DELIVERY.ATTEMPTS, 0)
                        .set(DELIVERY.NEXT_AT, DATABASE_NOW)
                        .where(DELIVERY.ID.eq(id))
                        .and(DELIVERY.SUBSCRIPTION_ID.in(
                                select(SUBSCRIPTION.ID).from(SUBSCRIPTION).where(SUBSCRIPTION.REVOKED_AT.isNull())))
                        .execute()
                == 1;
    }

    /** Nothing more goes to a subscriber that has been taken off. */
    void stop(UUID subscriptionId) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, PushState.FAILED.name())
                .setNull(DELIVERY.NEXT_AT)
                .set(DELIVERY.FAILURE, "webhook-revoked")
                .where(DELIVERY.SUBSCRIPTION_ID.eq(subscriptionId), DELIVERY.STATE.eq(WAITING))
                .execute();
    }

    int deleteBefore(Instant limit) {
        return sql.deleteFrom(DELIVERY)
                .where(DELIVERY.CREATED_AT.lt(limit), DELIVERY.STATE.ne(WAITING))
                .execute();
    }

    private static Field<Instant> later(Duration pause) {
        return field("clock_timestamp() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, val(pause.toMillis()));
    }
}
