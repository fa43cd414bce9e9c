package org.mulin.ticket.internal.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.mulin.ticket.internal.db.Tables.IMPORT_CHUNK;
import static org.mulin.ticket.internal.db.Tables.IMPORT_FILE;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Page;
import org.mulin.base.Sealing;
import org.mulin.file.RowFormat;
import org.mulin.ticket.Channel;
import org.mulin.ticket.internal.db.tables.records.ImportFileRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportQueries {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sealing sealing;
    private final JsonMapper json;

    ImportQueries(DSLContext sql, Sealing sealing, JsonMapper json) {
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
    }

    Optional<StoredImport> find(UUID id) {
        return sql.selectFrom(IMPORT_FILE).where(IMPORT_FILE.ID.eq(id)).fetchOptional(this::stored);
    }

    /** Newest first; an id says when it was made. */
    Page<StoredImport> page(@Nullable String cursor, int limit) {
        List<StoredImport> files = sql.selectFrom(IMPORT_FILE)
                .where(cursor == null ? DSL.noCondition() : IMPORT_FILE.ID.lt(Page.cursorId(cursor)))
                .orderBy(IMPORT_FILE.ID.desc())
                .limit(limit + 1)
                .fetch(this::stored);
        return Page.cut(files, limit, StoredImport::id);
    }

    /** How many bytes the sealed content takes: at least what the file itself has. */
    long content_bytes(UUID id) {
        return sql.select(sum(field("octet_length({0})", Long.class, IMPORT_CHUNK.BYTES_SEALED)))
                .from(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.IMPORT_ID.eq(id))
                .fetchOptional(row -> row.value1() == null ? 0 : row.value1().longValue())
                .orElse(0L);
    }

    private StoredImport stored(ImportFileRecord row) {
        return new StoredImport(
                row.getId(),
                row.getFileName(),
                Channel.valueOf(row.getChannel()),
                RowFormat.valueOf(row.getFormat()),
                Charset.forName(row.getCharset()),
                json.readValue(row.getColumns().data(), TEXTS),
                json.readValue(sealing.open(row.getPreviewSealed()), ROWS),
                json.readValue(row.getMapping().data(), ImportMapping.class),
                row.getRowsTotal(),
                row.getJobId(),
                row.getCreatedAt());
    }
}
