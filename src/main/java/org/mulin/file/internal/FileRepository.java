package org.mulin.file.internal;

import static org.mulin.file.internal.db.Tables.STORED_FILE;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.file.FileOwner;
import org.mulin.file.StoredFile;
import org.springframework.stereotype.Repository;

@Repository
class FileRepository {
    private final DSLContext sql;

    FileRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(StoredFile file, byte[] sha256, byte @Nullable [] captureSealed, UUID uploader, Instant now) {
        sql.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id())
                .set(STORED_FILE.SHA256, sha256)
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.MEDIA_TYPE, file.mediaType())
                .set(STORED_FILE.SIZE_BYTES, file.size_bytes())
                .set(STORED_FILE.CAPTURE_SEALED, captureSealed)
                .set(STORED_FILE.UPLOADED_BY, uploader)
                .set(STORED_FILE.UPLOADED_AT, now)
                .execute();
    }

    /** @return whether the file was the uploader's and free */
    boolean claim(UUID file, UUID uploader, FileOwner owner, int position) {
        return sql.update(STORED_FILE)
                        .set(STORED_FILE.OWNER_TYPE, owner.type())
                        .set(STORED_FILE.OWNER_ID, owner.id())
                        .set(STORED_FILE.POSITION, position)
                        .where(
                                STORED_FILE.ID.eq(file),
                                STORED_FILE.UPLOADED_BY.eq(uploader),
                                STORED_FILE.OWNER_ID.isNull())
                        .execute()
                == 1;
    }

    Map<UUID, List<StoredFile>> of(String ownerType, Collection<UUID> owners) {
        return sql
                .selectFrom(STORED_FILE)
                .where(STORED_FILE.OWNER_ID.in(owners), STORED_FILE.OWNER_TYPE.eq(ownerType))
                .orderBy(STORED_FILE.POSITION)
                .fetchGroups(STORED_FILE.OWNER_ID, FileRepository::storedFile)
                .entrySet()
                .stream()
                .collect(LinkedHashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()), Map::putAll);
    }

    record Found(StoredFile file, byte[] sha256, byte @Nullable [] captureSealed) {}

    Optional<Found> find(UUID file, FileOwner owner) {
        return sql.selectFrom(STORED_FILE)
                .where(
                        STORED_FILE.ID.eq(file),
                        STORED_FILE.OWNER_ID.eq(owner.id()),
                        STORED_FILE.OWNER_TYPE.eq(owner.type()))
                .fetchOptional(row -> new Found(storedFile(row), row.getSha256(), row.getCaptureSealed()));
    }

    /** Uploads that no record took within the time go. */
    int deleteUnclaimedBefore(Instant limit) {
        return sql.deleteFrom(STORED_FILE)
                .where(STORED_FILE.OWNER_ID.isNull(), STORED_FILE.UPLOADED_AT.lt(limit))
                .execute();
    }

    private static StoredFile storedFile(Record row) {
        return new StoredFile(
                row.get(STORED_FILE.ID),
                row.get(STORED_FILE.NAME),
                row.get(STORED_FILE.MEDIA_TYPE),
                row.get(STORED_FILE.SIZE_BYTES));
    }
}
