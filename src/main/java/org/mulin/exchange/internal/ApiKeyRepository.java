package org.mulin.exchange.internal;

import static org.mulin.exchange.internal.db.Tables.API_KEY;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.exchange.internal.db.tables.records.ApiKeyRecord;
import org.springframework.stereotype.Repository;

@Repository
class ApiKeyRepository {
    private final DSLContext sql;

    ApiKeyRepository(DSLContext sql) {
        this.sql = sql;
    }

    record Known(KeyHolder holder, Set<KeyRight> rights) {}

    record New(UUID id, String name, String opening, byte[] hash, Set<KeyRight> rights, UUID by, Instant at) {}

    Optional<Known> byHash(byte[] hash) {
        return sql.selectFrom(API_KEY)
                .where(API_KEY.HASH.eq(hash), API_KEY.REVOKED_AT.isNull())
                .fetchOptional(row -> new Known(new KeyHolder(row.getId(), row.getName()), rights(row)));
    }

    static Set<KeyRight> rights(ApiKeyRecord row) {
        Set<KeyRight> rights = EnumSet.noneOf(KeyRight.class);
        if (row.getMayRead()) {
            rights.add(KeyRight.READ);
        }
        if (row.getMayWrite()) {
            rights.add(KeyRight.WRITE);
        }
        return rights;
    }

    void insert(New key) {
        sql.insertInto(API_KEY)
                .set(API_KEY.ID, key.id())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.OPENING, key.opening())
                .set(API_KEY.HASH, key.hash())
                .set(API_KEY.MAY_READ, key.rights().contains(KeyRight.READ))
                .set(API_KEY.MAY_WRITE, key.rights().contains(KeyRight.WRITE))
                .set(API_KEY.CREATED_BY, key.by())
                .set(API_KEY.CREATED_AT, key.at())
                .execute();
    }

    /** @return false when there is no such key that still opens */
    boolean revoke(UUID id, Instant at) {
        return sql.update(API_KEY)
                        .set(API_KEY.REVOKED_AT, at)
                        .where(API_KEY.ID.eq(id), API_KEY.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
