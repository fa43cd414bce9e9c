package org.mulin.policy.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.mulin.policy.internal.db.Tables.DRAFT;
import static org.mulin.policy.internal.db.Tables.DRAFT_STEP;
import static org.mulin.policy.internal.db.Tables.TABLE_VERSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Page;
import org.mulin.policy.internal.PolicyViews.DraftStepView;
import org.mulin.policy.internal.PolicyViews.VersionRow;
import org.mulin.policy.internal.StoredDraft.Counts;
import org.mulin.policy.internal.StoredDraft.Remark;
import org.mulin.policy.internal.db.tables.records.DraftRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftQueries {
    private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};
    private static final Condition WAITING = DRAFT.STATE.in(DraftState.OPEN.name(), DraftState.PROPOSED.name());

    private final DSLContext sql;
    private final JsonMapper json;

    DraftQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<StoredDraft> find(UUID id) {
        return sql.selectFrom(DRAFT).where(DRAFT.ID.eq(id)).fetchOptional(this::draft);
    }

    String text(UUID id) {
        return sql.select(DRAFT.CONTENT).from(DRAFT).where(DRAFT.ID.eq(id)).fetchSingle(DRAFT.CONTENT);
    }

    /**
     * Newest first.
     *
     * @param waiting only those that are neither published nor discarded
     */
    Page<StoredDraft> page(@Nullable String table, boolean waiting, @Nullable UUID cursor, int limit) {
        Condition wanted = noCondition()
                .and(table == null ? noCondition() : DRAFT.TABLE_NAME.eq(table))
                .and(waiting ? WAITING : noCondition());
        if (cursor != null) {
            wanted = wanted.and(row(DRAFT.CREATED_AT, DRAFT.ID)
                    .lt(select(DRAFT.CREATED_AT, DRAFT.ID).from(DRAFT).where(DRAFT.ID.eq(cursor))));
        }
        List<StoredDraft> found = sql.selectFrom(DRAFT)
                .where(wanted)
                .orderBy(DRAFT.CREATED_AT.desc(), DRAFT.ID.desc())
                .limit(limit + 1)
                .fetch(this::draft);
        return Page.cut(found, limit, StoredDraft::id);
    }

    /** Drafts that are neither published nor discarded, by table. */
    Map<String, Integer> waiting() {
        return sql.select(DRAFT.TABLE_NAME, count())
                .from(DRAFT)
                .where(WAITING)
                .groupBy(DRAFT.TABLE_NAME)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    List<DraftStepView> steps(UUID draft) {
        return sql.selectFrom(DRAFT_STEP)
                .where(DRAFT_STEP.DRAFT_ID.eq(draft))
                .orderBy(DRAFT_STEP.NUMBER)
                .limit(Page.LIMIT_MAX)
                .fetch(row -> new DraftStepView(
                        DraftAction.valueOf(row.getAction()), row.getActorName(), row.getAt(), row.getWords()));
    }

    /** The versions of a table, newest first. */
    Page<VersionRow> versions(String table, @Nullable Long below, int limit) {
        List<VersionRow> found = sql.select(
                        TABLE_VERSION.VERSION,
                        TABLE_VERSION.VALID_FROM,
                        TABLE_VERSION.PUBLISHED_AT,
                        TABLE_VERSION.PUBLISHED_NAME,
                        TABLE_VERSION.REASON,
                        TABLE_VERSION.DRAFT_ID,
                        TABLE_VERSION.WITHDRAWN_AT,
                        TABLE_VERSION.WITHDRAWN_NAME,
                        TABLE_VERSION.WITHDRAWN_REASON)
                .from(TABLE_VERSION)
                .where(TABLE_VERSION.TABLE_NAME.eq(table))
                .and(below == null ? noCondition() : TABLE_VERSION.VERSION.lt(below))
                .orderBy(TABLE_VERSION.VERSION.desc())
                .limit(limit + 1)
                .fetch(row -> new VersionRow(
                        row.value1(),
                        row.value2(),
                        VersionState.PAST,
                        row.value3(),
                        row.value4() == null ? "" : row.value4(),
                        row.value5() == null ? "" : row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9()));
        return Page.cut(found, limit, VersionRow::version);
    }

    private StoredDraft draft(DraftRecord row) {
        return new StoredDraft(
                row.getId(),
                row.getTableName(),
                row.getBaseVersion(),
                DraftState.valueOf(row.getState()),
                row.getFileName(),
                row.getNote(),
                row.getRowsTotal(),
                new Counts(row.getAdded(), row.getChanged(), row.getRemoved()),
                json.readValue(row.getRemarks().data(), REMARKS),
                row.getEffectiveFrom(),
                row.getReason(),
                row.getPublishedVersion(),
                row.getCreatedBy(),
                row.getCreatedName(),
                row.getCreatedAt(),
                row.getProposedBy(),
                row.getVersion());
    }
}
