package org.mulin.ticket.internal.exports;

import static org.mulin.ticket.internal.db.Tables.LIST_EXPORT;
import static org.mulin.ticket.internal.db.Tables.LIST_EXPORT_ROWS;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Sealing;
import org.mulin.ticket.internal.ChosenFilter;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Exports and their sealed rows. */
@Repository
class ExportRepository {
    static final int LISTED_MAX = 10;
    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

    private final DSLContext sql;
    private final Sealing sealing;
    private final JsonMapper json;

    ExportRepository(DSLContext sql, Sealing sealing, JsonMapper json) {
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
    }

    /** How many this account has asked for since then; one person's wishes take turns until each commits. */
    int countSince(UUID account, Instant since) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 13))", DSL.val(account.toString()));
        return sql.fetchCount(LIST_EXPORT, LIST_EXPORT.ACCOUNT_ID.eq(account), LIST_EXPORT.CREATED_AT.gt(since));
    }

    /** @param tickets in the order of the list */
    void insert(ListExport export, List<UUID> tickets) {
        Actor actor = export.actor();
        sql.insertInto(LIST_EXPORT)
                .set(LIST_EXPORT.ID, export.id())
                .set(LIST_EXPORT.ACCOUNT_ID, actor.accountId())
                .set(LIST_EXPORT.UNIT_ID, actor.unitId())
                .set(LIST_EXPORT.SCOPE_LO, actor.scope().lo())
                .set(LIST_EXPORT.SCOPE_HI, actor.scope().hi())
                .set(LIST_EXPORT.RIGHTS, actor.rights().toArray(String[]::new))
                .set(LIST_EXPORT.LANGUAGE, export.language().getLanguage())
                .set(LIST_EXPORT.FILTER, JSONB.valueOf(json.writeValueAsString(export.filter())))
                .set(LIST_EXPORT.TICKET_IDS, tickets.toArray(UUID[]::new))
                .set(LIST_EXPORT.JOB_ID, export.jobId())
                .set(LIST_EXPORT.CREATED_AT, export.createdAt())
                .execute();
    }

    Optional<ListExport> find(UUID id) {
        return exports(LIST_EXPORT.ID.eq(id)).stream().findFirst();
    }

    /** Of this account on this post's unit: who has changed units takes nothing along. */
    Optional<ListExport> own(Actor actor, UUID id) {
        return exports(LIST_EXPORT.ID.eq(id).and(by(actor))).stream().findFirst();
    }

    List<ListExport> newest(Actor actor) {
        return exports(by(actor));
    }

    private static Condition by(Actor actor) {
        return LIST_EXPORT.ACCOUNT_ID.eq(actor.accountId()).and(LIST_EXPORT.UNIT_ID.isNotDistinctFrom(actor.unitId()));
    }

    /** Without the tickets, of which there may be many. */
    private List<ListExport> exports(Condition wanted) {
        Field<Integer> rows = DSL.cardinality(LIST_EXPORT.TICKET_IDS);
        return sql.select(Arrays.stream(LIST_EXPORT.fields())
                        .filter(field -> !field.equals(LIST_EXPORT.TICKET_IDS))
                        .toList())
                .select(rows)
                .from(LIST_EXPORT)
                .where(wanted)
                .orderBy(LIST_EXPORT.CREATED_AT.desc(), LIST_EXPORT.ID)
                .limit(LISTED_MAX)
                .fetch(row -> export(row, row.get(rows)));
    }

    /** Some of the tickets, in the order of the list. */
    List<UUID> tickets(UUID export, int skip, int limit) {
        Field<UUID[]> part = DSL.field(
                "({0})[{1}:{2}]", UUID[].class, LIST_EXPORT.TICKET_IDS, DSL.val(skip + 1), DSL.val(skip + limit));
        return sql.select(part)
                .from(LIST_EXPORT)
                .where(LIST_EXPORT.ID.eq(export))
                .fetchOptional(part)
                .map(List::of)
                .orElse(List.of());
    }

    void insertRows(UUID export, int number, List<List<String>> rows) {
        sql.insertInto(LIST_EXPORT_ROWS)
                .set(LIST_EXPORT_ROWS.EXPORT_ID, export)
                .set(LIST_EXPORT_ROWS.NUMBER, number)
                .set(LIST_EXPORT_ROWS.ROWS_SEALED, sealing.seal(json.writeValueAsString(rows)))
                .execute();
    }

    /** The batches of rows that were written. */
    List<Integer> batches(UUID export) {
        return sql.select(LIST_EXPORT_ROWS.NUMBER)
                .from(LIST_EXPORT_ROWS)
                .where(LIST_EXPORT_ROWS.EXPORT_ID.eq(export))
                .orderBy(LIST_EXPORT_ROWS.NUMBER)
                .fetch(LIST_EXPORT_ROWS.NUMBER);
    }

    List<List<String>> rows(UUID export, int number) {
        return sql.select(LIST_EXPORT_ROWS.ROWS_SEALED)
                .from(LIST_EXPORT_ROWS)
                .where(LIST_EXPORT_ROWS.EXPORT_ID.eq(export), LIST_EXPORT_ROWS.NUMBER.eq(number))
                .fetchOptional(LIST_EXPORT_ROWS.ROWS_SEALED)
                .map(bytes -> json.readValue(sealing.open(bytes), ROWS))
                .orElse(List.of());
    }

    int deleteBefore(Instant limit) {
        return sql.deleteFrom(LIST_EXPORT)
                .where(LIST_EXPORT.CREATED_AT.lt(limit))
                .execute();
    }

    private ListExport export(Record row, int rows) {
        Actor actor = new Actor(
                row.get(LIST_EXPORT.ACCOUNT_ID),
                Actor.Kind.STAFF,
                "",
                row.get(LIST_EXPORT.UNIT_ID),
                null,
                new AreaRange(row.get(LIST_EXPORT.SCOPE_LO), row.get(LIST_EXPORT.SCOPE_HI)),
                Set.of(row.get(LIST_EXPORT.RIGHTS)));
        return new ListExport(
                row.get(LIST_EXPORT.ID),
                actor,
                Locale.of(row.get(LIST_EXPORT.LANGUAGE)),
                json.readValue(row.get(LIST_EXPORT.FILTER).data(), ChosenFilter.class),
                rows,
                row.get(LIST_EXPORT.JOB_ID),
                row.get(LIST_EXPORT.CREATED_AT));
    }
}
