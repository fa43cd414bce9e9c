package org.mulin.policy.internal;

import static org.mulin.policy.internal.db.Tables.DRAFT;
import static org.mulin.policy.internal.db.Tables.DRAFT_STEP;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.mulin.base.Actor;
import org.mulin.base.Stale;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftRepository {
    private final DSLContext sql;
    private final JsonMapper json;

    DraftRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One entry of a draft's history. */
    record Taken(DraftAction action, Actor by, Instant at, String words) {}

    void insert(StoredDraft draft, String text, Taken taken) {
        sql.insertInto(DRAFT)
                .set(DRAFT.ID, draft.id())
                .set(DRAFT.TABLE_NAME, draft.table())
                .set(DRAFT.BASE_VERSION, draft.baseVersion())
                .set(DRAFT.STATE, draft.state().name())
                .set(DRAFT.FILE_NAME, draft.fileName())
                .set(DRAFT.NOTE, draft.note())
                .set(DRAFT.CONTENT, text)
                .set(DRAFT.ROWS_TOTAL, draft.rowsTotal())
                .set(DRAFT.ADDED, draft.counts().added())
                .set(DRAFT.CHANGED, draft.counts().changed())
                .set(DRAFT.REMOVED, draft.counts().removed())
                .set(DRAFT.REMARKS, JSONB.valueOf(json.writeValueAsString(draft.remarks())))
                .set(DRAFT.CREATED_BY, draft.createdBy())
                .set(DRAFT.CREATED_NAME, draft.createdName())
                .set(DRAFT.CREATED_AT, draft.createdAt())
                .set(DRAFT.VERSION, draft.version())
                .execute();
        keep(draft.id(), draft.version(), taken);
    }

    /** @throws Stale when somebody else has changed it since it was read */
    void update(StoredDraft draft, long before, Taken taken) {
        int changed = sql.update(DRAFT)
                .set(DRAFT.STATE, draft.state().name())
                .set(DRAFT.EFFECTIVE_FROM, draft.effectiveFrom())
                .set(DRAFT.REASON, draft.reason())
                .set(DRAFT.PUBLISHED_VERSION, draft.publishedVersion())
                .set(DRAFT.PROPOSED_BY, draft.proposedBy())
                .set(DRAFT.VERSION, draft.version())
                .where(DRAFT.ID.eq(draft.id()), DRAFT.VERSION.eq(before))
                .execute();
        if (changed == 0) {
            throw new Stale(before + 1);
        }
        keep(draft.id(), draft.version(), taken);
    }

    private void keep(UUID draft, long number, Taken taken) {
        sql.insertInto(DRAFT_STEP)
                .set(DRAFT_STEP.DRAFT_ID, draft)
                .set(DRAFT_STEP.NUMBER, number)
                .set(DRAFT_STEP.AT, taken.at)
                .set(DRAFT_STEP.ACTION, taken.action.name())
                .set(DRAFT_STEP.ACTOR_ID, taken.by.accountId())
                .set(DRAFT_STEP.ACTOR_NAME, taken.by.name())
                .set(DRAFT_STEP.WORDS, taken.words)
                .execute();
    }
}
