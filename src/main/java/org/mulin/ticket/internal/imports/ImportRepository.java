package org.mulin.ticket.internal.imports;

import static org.mulin.ticket.internal.db.Tables.IMPORT_CHUNK;
import static org.mulin.ticket.internal.db.Tables.IMPORT_FILE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.mulin.base.Actor;
import org.mulin.base.Sealing;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files: the content in sealed chunks, so that any node can go on with any import. */
@Repository
class ImportRepository {
    private static final int CHUNK_BYTES = 1 << 20;

    private final DSLContext sql;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    ImportRepository(DSLContext sql, Sealing sealing, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    void insert(StoredImport file, Actor actor) {
        sql.insertInto(IMPORT_FILE)
                .set(IMPORT_FILE.ID, file.id())
                .set(IMPORT_FILE.FILE_NAME, file.fileName())
                .set(IMPORT_FILE.CHANNEL, file.channel().name())
                .set(IMPORT_FILE.FORMAT, file.format().name())
                .set(IMPORT_FILE.CHARSET, file.charset().name())
                .set(IMPORT_FILE.COLUMNS, JSONB.valueOf(json.writeValueAsString(file.columns())))
                .set(IMPORT_FILE.PREVIEW_SEALED, sealing.seal(json.writeValueAsString(file.preview())))
                .set(IMPORT_FILE.MAPPING, JSONB.valueOf(json.writeValueAsString(file.mapping())))
                .set(IMPORT_FILE.ROWS_TOTAL, file.rowsTotal())
                .set(IMPORT_FILE.CREATED_BY, actor.accountId())
                .set(IMPORT_FILE.CREATED_AT, file.createdAt())
                .execute();
    }

    void insertContent(UUID id, InputStream content) throws IOException {
        int number = 0;
        byte[] chunk = content.readNBytes(CHUNK_BYTES);
        while (chunk.length > 0) {
            sql.insertInto(IMPORT_CHUNK)
                    .set(IMPORT_CHUNK.IMPORT_ID, id)
                    .set(IMPORT_CHUNK.NUMBER, number++)
                    .set(IMPORT_CHUNK.BYTES_SEALED, sealing.seal(new String(chunk, StandardCharsets.ISO_8859_1)))
                    .execute();
            chunk = content.readNBytes(CHUNK_BYTES);
        }
    }

    /** The chunks of a file one after another, each read when it is asked for. */
    Enumeration<InputStream> content(UUID id) {
        List<Integer> numbers = sql.select(IMPORT_CHUNK.NUMBER)
                .from(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.IMPORT_ID.eq(id))
                .orderBy(IMPORT_CHUNK.NUMBER)
                .fetch(IMPORT_CHUNK.NUMBER);
        return new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < numbers.size();
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return chunk(id, numbers.get(next++));
            }
        };
    }

    private InputStream chunk(UUID id, int number) {
        byte[] sealed = sql.select(IMPORT_CHUNK.BYTES_SEALED)
                .from(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.IMPORT_ID.eq(id), IMPORT_CHUNK.NUMBER.eq(number))
                .fetchSingle(IMPORT_CHUNK.BYTES_SEALED);
        return new ByteArrayInputStream(sealing.open(sealed).getBytes(StandardCharsets.ISO_8859_1));
    }

    void deleteContent(UUID id) {
        sql.deleteFrom(IMPORT_CHUNK).where(IMPORT_CHUNK.IMPORT_ID.eq(id)).execute();
    }

    int deleteContentOlderThan(Duration age) {
        return sql.deleteFrom(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.IMPORT_ID.in(org.jooq
                        .impl
                        .DSL
                        .select(IMPORT_FILE.ID)
                        .from(IMPORT_FILE)
                        .where(IMPORT_FILE.CREATED_AT.lt(clock.instant().minus(age)))))
                .execute();
    }

    /** @return false when the import was started before */
    boolean start(UUID id, ImportMapping mapping, UUID jobId) {
        return sql.update(IMPORT_FILE)
                        .set(IMPORT_FILE.MAPPING, JSONB.valueOf(json.writeValueAsString(mapping)))
                        .set(IMPORT_FILE.JOB_ID, jobId)
                        .where(IMPORT_FILE.ID.eq(id), IMPORT_FILE.JOB_ID.isNull())
                        .execute()
                == 1;
    }
}
