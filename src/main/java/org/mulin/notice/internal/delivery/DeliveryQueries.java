package org.mulin.notice.internal.delivery;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.mulin.notice.internal.db.Tables.DELIVERY;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Page;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.notice.internal.db.tables.records.DeliveryRecord;
import org.springframework.stereotype.Repository;

/** The log of messages, for administrators: what was said to whom is told by ticket, never by name or number. */
@Repository
class DeliveryQueries {
    private final DSLContext sql;

    DeliveryQueries(DSLContext sql) {
        this.sql = sql;
    }

    enum Audience {
        /** 居民. */
        RESIDENT,
        /** 工作人员. */
        STAFF
    }

    /** @param fault why it was not sent, or why the last try failed */
    record DeliveryRow(
            UUID id,
            Audience audience,
            @Nullable UUID ticketId,
            String text,
            DeliveryState state,
            int tries,
            @Nullable DeliveryFault fault,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt) {}

    /** Newest first. */
    Page<DeliveryRow> list(@Nullable DeliveryState state, @Nullable String cursor, int limit) {
        Condition wanted = state == null ? noCondition() : DELIVERY.STATE.eq(state.name());
        List<DeliveryRow> found = sql.selectFrom(DELIVERY)
                .where(wanted, after(cursor))
                .orderBy(DELIVERY.CREATED_AT.desc(), DELIVERY.ID.desc())
                .limit(limit + 1)
                .fetch(DeliveryQueries::view);
        return Page.cut(found, limit, DeliveryRow::id);
    }

    private static DeliveryRow view(DeliveryRecord row) {
        return new DeliveryRow(
                row.getId(),
                row.getAppealId() == null ? Audience.STAFF : Audience.RESIDENT,
                row.getTicketId(),
                Texts.here(new Said(row.getTextCode(), List.of(row.getArguments()))),
                DeliveryState.valueOf(row.getState()),
                row.getTries(),
                row.getFault() == null ? null : DeliveryFault.valueOf(row.getFault()),
                row.getCreatedAt(),
                row.getNextAt(),
                row.getEndedAt());
    }

    /** Of the last 90 days, which is what is kept; every state has a number. */
    Map<DeliveryState, Integer> counts() {
        Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counts.put(state, 0);
        }
        sql.select(DELIVERY.STATE, count())
                .from(DELIVERY)
                .groupBy(DELIVERY.STATE)
                .forEach(row -> counts.put(DeliveryState.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null) {
            return noCondition();
        }
        var last = DELIVERY.as("last");
        return row(DELIVERY.CREATED_AT, DELIVERY.ID)
                .lt(select(last.CREATED_AT, last.ID).from(last).where(last.ID.eq(Page.cursorId(cursor))));
    }
}
