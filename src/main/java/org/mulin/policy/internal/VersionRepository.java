package org.mulin.policy.internal;

import static org.mulin.policy.internal.db.Tables.TABLE_VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class VersionRepository {
    private final DSLContext sql;

    VersionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Two nodes that start together must not both sow; the lock ends with the transaction. */
    void oneNodeAtATime() {
        sql.fetch("select pg_advisory_xact_lock(hashtext('policy.table_version'))");
    }

    List<StoredVersion> all() {
        return sql.select(
                        TABLE_VERSION.TABLE_NAME,
                        TABLE_VERSION.VERSION,
                        TABLE_VERSION.VALID_FROM,
                        TABLE_VERSION.CONTENT)
                .from(TABLE_VERSION)
                .fetch(row -> new StoredVersion(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    void add(StoredVersion version, Instant at, UUID by) {
        sql.insertInto(TABLE_VERSION)
                .set(TABLE_VERSION.TABLE_NAME, version.table())
                .set(TABLE_VERSION.VERSION, version.version())
                .set(TABLE_VERSION.VALID_FROM, version.validFrom())
                .set(TABLE_VERSION.CONTENT, version.text())
                .set(TABLE_VERSION.SHA256, sha256(version.text()))
                .set(TABLE_VERSION.PUBLISHED_AT, at)
                .set(TABLE_VERSION.PUBLISHED_BY, by)
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
