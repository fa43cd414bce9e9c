package org.mulin.exchange.internal.webhook;

import static org.mulin.exchange.internal.db.Tables.DELIVERY;
import static org.mulin.exchange.internal.db.Tables.SUBSCRIPTION;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.springframework.stereotype.Repository;

/** Subscriptions in the reader's reach, and what became of what was sent to them. */
@Repository
class WebhookQueries {
    private static final Field<Integer> WAITING = count(PushState.WAITING);
    private static final Field<Integer> FAILED = count(PushState.FAILED);

    private final DSLContext sql;
    private final Areas areas;
    private final Accounts accounts;

    WebhookQueries(DSLContext sql, Areas areas, Accounts accounts) {
        this.sql = sql;
        this.areas = areas;
        this.accounts = accounts;
    }

    /**
     * @param waiting deliveries still to be made
     * @param failed deliveries given up, of the last 30 days
     */
    record SubscriptionView(
            UUID id,
            String name,
            String url,
            List<String> eventTypes,
            @Nullable String areaCode,
            @Nullable String areaName,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt,
            int waiting,
            int failed) {}

    /**
     * @param eventId of the CloudEvent, and the Webhook-Id
     * @param answerStatus the last HTTP status; null when none came
     * @param failure a word for what went wrong last
     */
    record PushView(
            UUID id,
            UUID eventId,
            String eventType,
            String subject,
            PushState state,
            int attempts,
            @Nullable Integer answerStatus,
            @Nullable String failure,
            Instant createdAt,
            @Nullable Instant triedAt,
            @Nullable Instant nextAt) {}

    private static Field<Integer> count(PushState state) {
        return DSL.field(DSL.selectCount()
                .from(DELIVERY)
                .where(DELIVERY.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID), DELIVERY.STATE.eq(DSL.inline(state.name()))));
    }

    /** Newest first. */
    Page<SubscriptionView> page(Actor actor, @Nullable UUID after, int limit) {
        Condition wanted = SUBSCRIPTION
                .AREA_KEY
                .ge(actor.scope().lo())
                .and(SUBSCRIPTION.AREA_KEY.lt(actor.scope().hi()))
                .and(after == null ? DSL.noCondition() : SUBSCRIPTION.ID.lt(after));
        return paged(views(wanted, limit + 1), limit, SubscriptionView::id);
    }

    /** The caller has checked the reach. */
    SubscriptionView view(UUID id) {
        return views(SUBSCRIPTION.ID.eq(id), 1).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<SubscriptionView> views(Condition wanted, int limit) {
        List<? extends Record> rows = sql.select(SUBSCRIPTION.asterisk(), WAITING, FAILED)
                .from(SUBSCRIPTION)
                .where(wanted)
                .orderBy(SUBSCRIPTION.ID.desc())
                .limit(limit)
                .fetch();
        Map<UUID, String> names = accounts.displayNames(
                rows.stream().map(row -> row.get(SUBSCRIPTION.CREATED_BY)).collect(Collectors.toSet()));
        AreaTree tree = areas.tree();
        return rows.stream()
                .map(row -> {
                    Area area = tree.byKey(row.get(SUBSCRIPTION.AREA_KEY)).orElse(null);
                    return new SubscriptionView(
                            row.get(SUBSCRIPTION.ID),
                            row.get(SUBSCRIPTION.NAME),
                            row.get(SUBSCRIPTION.URL),
                            Arrays.asList(row.get(SUBSCRIPTION.EVENT_TYPES)),
                            area == null ? null : area.code(),
                            area == null ? null : area.name(),
                            names.get(row.get(SUBSCRIPTION.CREATED_BY)),
                            row.get(SUBSCRIPTION.CREATED_AT),
                            row.get(SUBSCRIPTION.REVOKED_AT),
                            row.get(WAITING),
                            row.get(FAILED));
                })
                .toList();
    }

    /** Newest first; the caller has checked the reach. */
    Page<PushView> deliveries(UUID subscriptionId, @Nullable UUID after, int limit) {
        Condition wanted = DELIVERY.SUBSCRIPTION_ID
                .eq(subscriptionId)
                .and(after == null ? DSL.noCondition() : DELIVERY.ID.lt(after));
        return paged(deliveries(wanted, limit + 1), limit, PushView::id);
    }

    PushView delivery(UUID id) {
        return deliveries(DELIVERY.ID.eq(id), 1).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<PushView> deliveries(Condition wanted, int limit) {
        return sql.selectFrom(DELIVERY)
                .where(wanted)
                .orderBy(DELIVERY.ID.desc())
                .limit(limit)
                .fetch(row -> new PushView(
                        row.getId(),
                        row.getEventId(),
                        row.getEventType(),
                        row.getSubject(),
                        PushState.valueOf(row.getState()),
                        row.getAttempts(),
                        row.getAnswerStatus(),
                        row.getFailure(),
                        row.getCreatedAt(),
                        row.getTriedAt(),
                        row.getNextAt()));
    }

    /** @throws Absent when there is no such delivery */
    UUID subscriptionOf(UUID deliveryId) {
        return sql.select(DELIVERY.SUBSCRIPTION_ID)
                .from(DELIVERY)
                .where(DELIVERY.ID.eq(deliveryId))
                .fetchOptional(DELIVERY.SUBSCRIPTION_ID)
                .orElseThrow(Absent::new);
    }

    private static <T> Page<T> paged(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, limit);
        return new Page<>(shown, id.apply(shown.getLast()).toString());
    }
}
