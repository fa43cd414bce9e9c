package org.mulin.notice.internal.delivery;

import static org.jooq.impl.DSL.select;
import static org.mulin.notice.internal.db.Tables.DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.mulin.base.Said;
import org.mulin.notice.internal.db.tables.records.DeliveryRecord;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class DeliveryRepository {
    private final DSLContext sql;

    DeliveryRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** @param tries this one included */
    record Delivery(
            UUID id,
            @Nullable UUID accountId,
            @Nullable UUID appealId,
            @Nullable String rightNeeded,
            Said said,
            int tries,
            Instant createdAt) {
        boolean isForStaff() {
            return appealId == null;
        }
    }

    /** One statement; what was kept before under the same key is not kept again. */
    void insert(List<Outgoing> all, Instant now, Instant residentsFrom) {
        if (all.isEmpty()) {
            return;
        }
        sql.insertInto(DELIVERY, DELIVERY.fields())
                .valuesOfRecords(all.stream()
                        .map(each -> row(each, now, each.isForStaff() ? now : residentsFrom))
                        .toList())
                .onConflict(DELIVERY.ONCE_KEY)
                .doNothing()
                .execute();
    }

    private static DeliveryRecord row(Outgoing outgoing, Instant now, Instant from) {
        return new DeliveryRecord(
                Ids.next(),
                outgoing.accountId(),
                outgoing.appealId(),
                outgoing.rightNeeded(),
                outgoing.ticketId(),
                outgoing.said().code(),
                outgoing.said().arguments().toArray(String[]::new),
                outgoing.onceKey(),
                DeliveryState.WAITING.name(),
                0,
                from,
                null,
                now,
                null);
    }

    /**
     * Takes what is due, for this node alone: should it die, another takes them when the lease is over. The try is
     * counted before it is made.
     */
    @Transactional
    List<Delivery> claim(Instant now, Duration lease, int deliveries_max) {
        return sql.update(DELIVERY)
                .set(DELIVERY.NEXT_AT, now.plus(lease))
                .set(DELIVERY.TRIES, DELIVERY.TRIES.plus(1))
                .where(DELIVERY.ID.in(select(DELIVERY.ID)
                        .from(DELIVERY)
                        .where(DELIVERY.STATE.eq(DeliveryState.WAITING.name()), DELIVERY.NEXT_AT.le(now))
                        .orderBy(DELIVERY.NEXT_AT)
                        .limit(deliveries_max)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetch(row -> new Delivery(
                        row.getId(),
                        row.getAccountId(),
                        row.getAppealId(),
                        row.getRightNeeded(),
                        new Said(row.getTextCode(), List.of(row.getArguments())),
                        row.getTries(),
                        row.getCreatedAt()));
    }

    /** Only the latest try may say what came of it: a node that was taken for dead says nothing. */
    void end(Delivery delivery, DeliveryState state, @Nullable DeliveryFault fault, Instant now) {
        sql.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.FAULT, fault == null ? null : fault.name())
                .setNull(DELIVERY.NEXT_AT)
                .set(DELIVERY.ENDED_AT, now)
                .where(isLatest(delivery))
                .execute();
    }

    void tryAgain(Delivery delivery, DeliveryFault fault, Instant at) {
        sql.update(DELIVERY)
                .set(DELIVERY.FAULT, fault.name())
                .set(DELIVERY.NEXT_AT, at)
                .where(isLatest(delivery))
                .execute();
    }

    private static Condition isLatest(Delivery delivery) {
        return DELIVERY.ID
                .eq(delivery.id())
                .and(DELIVERY.TRIES.eq(delivery.tries()))
                .and(DELIVERY.STATE.eq(DeliveryState.WAITING.name()));
    }

    /** Everything that was parked begins anew. */
    int unpark(Instant now) {
        return sql.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.WAITING.name())
                .set(DELIVERY.TRIES, 0)
                .set(DELIVERY.NEXT_AT, now)
                .set(DELIVERY.CREATED_AT, now)
                .setNull(DELIVERY.ENDED_AT)
                .where(DELIVERY.STATE.eq(DeliveryState.PARKED.name()))
                .execute();
    }

    void deleteBefore(Instant limit) {
        sql.deleteFrom(DELIVERY).where(DELIVERY.CREATED_AT.lt(limit)).execute();
    }
}
