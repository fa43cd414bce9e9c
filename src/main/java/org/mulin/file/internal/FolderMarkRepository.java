package org.mulin.file.internal;

import static org.mulin.file.internal.db.Tables.FOLDER;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class FolderMarkRepository {
    private final DSLContext sql;

    FolderMarkRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Another node that marks at the same time is waited for. @return whether this mark is the first */
    boolean insert(UUID mark, Instant now) {
        return sql.insertInto(FOLDER)
                        .set(FOLDER.ONLY_ONE, true)
                        .set(FOLDER.MARK, mark)
                        .set(FOLDER.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    UUID mark() {
        return sql.select(FOLDER.MARK).from(FOLDER).fetchSingle(FOLDER.MARK);
    }
}
