package org.mulin.ticket.internal.saved;

import static org.mulin.ticket.internal.db.Tables.SAVED_FILTER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.mulin.ticket.internal.ChosenFilter;
import org.mulin.ticket.internal.db.tables.records.SavedFilterRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SavedFilterRepository {
    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    SavedFilterRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    List<SavedFilter> of(UUID account) {
        return sql.selectFrom(SAVED_FILTER)
                .where(SAVED_FILTER.ACCOUNT_ID.eq(account))
                .orderBy(SAVED_FILTER.CREATED_AT, SAVED_FILTER.ID)
                .fetch(this::filter);
    }

    /** The same, for a change: changes of one person take turns until each commits, so that none slips past a rule. */
    List<SavedFilter> ofForChange(UUID account) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 12))", DSL.val(account.toString()));
        return of(account);
    }

    void insert(UUID account, SavedFilter filter) {
        Instant now = clock.instant();
        sql.insertInto(SAVED_FILTER)
                .set(SAVED_FILTER.ID, filter.id())
                .set(SAVED_FILTER.ACCOUNT_ID, account)
                .set(SAVED_FILTER.NAME, filter.name())
                .set(SAVED_FILTER.FILTER, JSONB.valueOf(json.writeValueAsString(filter.filter())))
                .set(SAVED_FILTER.IS_START, filter.start())
                .set(SAVED_FILTER.CREATED_AT, now)
                .set(SAVED_FILTER.UPDATED_AT, now)
                .set(SAVED_FILTER.VERSION, filter.version())
                .execute();
    }

    void update(SavedFilter filter) {
        sql.update(SAVED_FILTER)
                .set(SAVED_FILTER.NAME, filter.name())
                .set(SAVED_FILTER.FILTER, JSONB.valueOf(json.writeValueAsString(filter.filter())))
                .set(SAVED_FILTER.IS_START, filter.start())
                .set(SAVED_FILTER.UPDATED_AT, clock.instant())
                .set(SAVED_FILTER.VERSION, filter.version())
                .where(SAVED_FILTER.ID.eq(filter.id()))
                .execute();
    }

    void delete(UUID id) {
        sql.deleteFrom(SAVED_FILTER).where(SAVED_FILTER.ID.eq(id)).execute();
    }

    private SavedFilter filter(SavedFilterRecord row) {
        return new SavedFilter(
                row.getId(),
                row.getName(),
                json.readValue(row.getFilter().data(), ChosenFilter.class),
                row.getIsStart(),
                row.getVersion());
    }
}
