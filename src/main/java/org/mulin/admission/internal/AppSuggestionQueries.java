package org.mulin.admission.internal;

import static org.jooq.impl.DSL.noCondition;
import static org.mulin.admission.internal.db.Tables.SUGGESTION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.db.tables.records.SuggestionRecord;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** Suggestions about apps: whoever may read the list reads them, so that owners hear what all communities say. */
@Repository
class AppSuggestionQueries {
    private final DSLContext sql;
    private final Positions positions;
    private final Policy policy;
    private final Clock clock;

    AppSuggestionQueries(DSLContext sql, Positions positions, Policy policy, Clock clock) {
        this.sql = sql;
        this.positions = positions;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param mayAnswer the reader's unit owns the app, and nobody has answered */
    record AppSuggestionRow(
            UUID id,
            String itemCode,
            String itemName,
            String words,
            String unitName,
            Instant createdAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            boolean mayAnswer,
            long version) {}

    /** Newest first. */
    Page<AppSuggestionRow> page(
            Actor actor, @Nullable String itemCode, boolean unanswered, @Nullable String cursor, int limit) {
        actor.require(AdmissionRights.READ);
        List<AppSuggestionRow> found = sql.selectFrom(SUGGESTION)
                .where(itemCode == null ? noCondition() : SUGGESTION.ITEM_CODE.eq(itemCode))
                .and(unanswered ? SUGGESTION.ANSWER.isNull() : noCondition())
                .and(cursor == null ? noCondition() : SUGGESTION.ID.lt(Page.cursorId(cursor)))
                .orderBy(SUGGESTION.ID.desc())
                .limit(limit + 1)
                .fetch(row -> row(row, actor));
        return Page.cut(found, limit, AppSuggestionRow::id);
    }

    AppSuggestionRow view(UUID id, Actor actor) {
        return sql.selectFrom(SUGGESTION)
                .where(SUGGESTION.ID.eq(id))
                .fetchOptional(row -> row(row, actor))
                .orElseThrow(Absent::new);
    }

    private AppSuggestionRow row(SuggestionRecord row, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.city().zone());
        AdmissionItem item = policy.current(AdmissionTable.class)
                .content()
                .find(row.getItemCode(), today)
                .orElse(null);
        boolean mine = item != null
                && actor.has(AdmissionRights.SEND)
                && actor.unitId() != null
                && item.isSentBy(positions.unit(actor));
        return new AppSuggestionRow(
                row.getId(),
                row.getItemCode(),
                item == null ? row.getItemCode() : item.name(),
                row.getWords(),
                positions.unitName(row.getUnitId()),
                row.getCreatedAt(),
                row.getAnswer(),
                row.getAnsweredAt(),
                mine && row.getAnswer() == null,
                row.getVersion());
    }
}
