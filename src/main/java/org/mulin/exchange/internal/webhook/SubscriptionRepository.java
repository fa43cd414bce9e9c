package org.mulin.exchange.internal.webhook;

import static org.mulin.exchange.internal.db.Tables.SUBSCRIPTION;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.base.AreaRange;
import org.mulin.base.Sealing;
import org.mulin.exchange.internal.db.tables.records.SubscriptionRecord;
import org.springframework.stereotype.Repository;

@Repository
class SubscriptionRepository {
    private final DSLContext sql;
    private final Sealing sealing;

    SubscriptionRepository(DSLContext sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    record New(
            UUID id, String name, String url, Set<String> types, String areaKey, String secret, UUID by, Instant at) {}

    record Live(UUID id, Set<String> types, AreaRange range) {}

    record Target(String url, String secret) {}

    List<Live> live() {
        return sql.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.REVOKED_AT.isNull())
                .fetch(row -> new Live(
                        row.getId(), Set.copyOf(Arrays.asList(row.getEventTypes())), AreaRange.of(row.getAreaKey())));
    }

    int countLive() {
        return sql.fetchCount(SUBSCRIPTION, SUBSCRIPTION.REVOKED_AT.isNull());
    }

    /** Where those go that are still wanted. */
    Map<UUID, Target> targets(Collection<UUID> ids) {
        return sql.selectFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.ID.in(ids), SUBSCRIPTION.REVOKED_AT.isNull())
                .fetchMap(
                        SubscriptionRecord::getId,
                        row -> new Target(row.getUrl(), sealing.open(row.getSecretSealed())));
    }

    Optional<String> areaKey(UUID id) {
        return sql.select(SUBSCRIPTION.AREA_KEY)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ID.eq(id))
                .fetchOptional(SUBSCRIPTION.AREA_KEY);
    }

    void insert(New subscription) {
        sql.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.ID, subscription.id())
                .set(SUBSCRIPTION.NAME, subscription.name())
                .set(SUBSCRIPTION.URL, subscription.url())
                .set(SUBSCRIPTION.EVENT_TYPES, subscription.types().toArray(String[]::new))
                .set(SUBSCRIPTION.AREA_KEY, subscription.areaKey())
                .set(SUBSCRIPTION.SECRET_SEALED, sealing.seal(subscription.secret()))
                .set(SUBSCRIPTION.CREATED_BY, subscription.by())
                .set(SUBSCRIPTION.CREATED_AT, subscription.at())
                .execute();
    }

    boolean revoke(UUID id, Instant at) {
        return sql.update(SUBSCRIPTION)
                        .set(SUBSCRIPTION.REVOKED_AT, at)
                        .where(SUBSCRIPTION.ID.eq(id), SUBSCRIPTION.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
