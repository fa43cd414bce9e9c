package org.mulin.exchange.internal.open311;

import static org.mulin.exchange.internal.db.Tables.FILING;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which program filed what. */
@Repository
class FilingRepository {
    private final DSLContext sql;

    FilingRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(UUID appealId, UUID keyId, @Nullable String mediaUrl, Instant at) {
        sql.insertInto(FILING, FILING.APPEAL_ID, FILING.KEY_ID, FILING.MEDIA_URL, FILING.FILED_AT)
                .values(appealId, keyId, mediaUrl, at)
                .execute();
    }

    /** The links of those that have one. */
    Map<UUID, String> mediaUrls(Collection<UUID> appealIds) {
        return sql.select(FILING.APPEAL_ID, FILING.MEDIA_URL)
                .from(FILING)
                .where(FILING.APPEAL_ID.in(appealIds), FILING.MEDIA_URL.isNotNull())
                .fetchMap(FILING.APPEAL_ID, FILING.MEDIA_URL);
    }
}
