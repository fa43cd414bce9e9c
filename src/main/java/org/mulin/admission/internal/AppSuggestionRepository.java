package org.mulin.admission.internal;

import static org.mulin.admission.internal.db.Tables.SUGGESTION;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.springframework.stereotype.Repository;

@Repository
class AppSuggestionRepository {
    private final DSLContext sql;

    AppSuggestionRepository(DSLContext sql) {
        this.sql = sql;
    }

    record Asked(String itemCode, boolean answered, long version) {}

    void insert(UUID id, String itemCode, String words, Actor actor, Instant now) {
        sql.insertInto(SUGGESTION)
                .set(SUGGESTION.ID, id)
                .set(SUGGESTION.ITEM_CODE, itemCode)
                .set(SUGGESTION.WORDS, words)
                .set(SUGGESTION.UNIT_ID, actor.unitId())
                .set(SUGGESTION.AUTHOR_ID, actor.accountId())
                .set(SUGGESTION.CREATED_AT, now)
                .set(SUGGESTION.VERSION, 1L)
                .execute();
    }

    /** @throws Absent when there is none; whoever may answer may read them all */
    Asked find(UUID id) {
        return sql.selectFrom(SUGGESTION)
                .where(SUGGESTION.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .map(row -> new Asked(row.getItemCode(), row.getAnswer() != null, row.getVersion()))
                .orElseThrow(Absent::new);
    }

    void answer(UUID id, String words, Actor actor, Instant now) {
        sql.update(SUGGESTION)
                .set(SUGGESTION.ANSWER, words)
                .set(SUGGESTION.ANSWERED_AT, now)
                .set(SUGGESTION.ANSWERER_ID, actor.accountId())
                .set(SUGGESTION.VERSION, SUGGESTION.VERSION.plus(1))
                .where(SUGGESTION.ID.eq(id))
                .execute();
    }
}
