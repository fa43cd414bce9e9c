package org.mulin.policy.internal;

import static org.jooq.impl.DSL.count;
import static org.mulin.policy.internal.db.Tables.TABLE_VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.springframework.stereotype.Repository;

@Repository
class VersionRepository {
    private final DSLContext sql;

    VersionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Where a version comes from: which draft, and why it was put in force. */
    record Origin(UUID draftId, String reason) {}

    /** Two nodes that sow, or two people who publish, come one after the other; the lock ends with the transaction. */
    void oneAtATime() {
        sql.fetch("select pg_advisory_xact_lock(hashtext('policy.table_version'))");
    }

    List<StoredVersion> all() {
        return sql.select(
                        TABLE_VERSION.TABLE_NAME,
                        TABLE_VERSION.VERSION,
                        TABLE_VERSION.VALID_FROM,
                        TABLE_VERSION.WITHDRAWN_AT.isNotNull())
                .from(TABLE_VERSION)
                .fetch(row -> new StoredVersion(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Changes whenever a version is added or withdrawn. */
    String mark() {
        return sql.select(count(), count(TABLE_VERSION.WITHDRAWN_AT))
                .from(TABLE_VERSION)
                .fetchSingle(row -> row.value1() + "-" + row.value2());
    }

    String text(StoredVersion.Key key) {
        return sql.select(TABLE_VERSION.CONTENT)
                .from(TABLE_VERSION)
                .where(TABLE_VERSION.TABLE_NAME.eq(key.table()), TABLE_VERSION.VERSION.eq(key.version()))
                .fetchSingle(TABLE_VERSION.CONTENT);
    }

    void add(StoredVersion version, String text, Instant at, Actor by, @Nullable Origin origin) {
        sql.insertInto(TABLE_VERSION)
                .set(TABLE_VERSION.TABLE_NAME, version.table())
                .set(TABLE_VERSION.VERSION, version.version())
                .set(TABLE_VERSION.VALID_FROM, version.validFrom())
                .set(TABLE_VERSION.CONTENT, text)
                .set(TABLE_VERSION.SHA256, sha256(text))
                .set(TABLE_VERSION.PUBLISHED_AT, at)
                .set(TABLE_VERSION.PUBLISHED_BY, by.accountId())
                .set(TABLE_VERSION.PUBLISHED_NAME, by.name())
                .set(TABLE_VERSION.DRAFT_ID, origin == null ? null : origin.draftId())
                .set(TABLE_VERSION.REASON, origin == null ? null : origin.reason())
                .execute();
    }

    void withdraw(StoredVersion.Key key, Instant at, Actor by, String reason) {
        sql.update(TABLE_VERSION)
                .set(TABLE_VERSION.WITHDRAWN_AT, at)
                .set(TABLE_VERSION.WITHDRAWN_BY, by.accountId())
                .set(TABLE_VERSION.WITHDRAWN_NAME, by.name())
                .set(TABLE_VERSION.WITHDRAWN_REASON, reason)
                .where(TABLE_VERSION.TABLE_NAME.eq(key.table()), TABLE_VERSION.VERSION.eq(key.version()))
                .execute();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
