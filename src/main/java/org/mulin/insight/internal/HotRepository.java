package org.mulin.insight.internal;

import static org.mulin.insight.internal.db.Tables.HOT_CHANGE;
import static org.mulin.insight.internal.db.Tables.HOT_ISSUE;
import static org.mulin.insight.internal.db.Tables.HOT_TICKET;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The issues with the ids they keep. */
@Repository
class HotRepository {
    /** One number for all nodes of a database: who holds it names the issues. */
    private static final long LOCK = 0x6D756C696E686F74L;

    private final DSLContext sql;

    HotRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What is written of an issue. */
    record Stored(UUID id, String areaKey, String place, List<String> words, int people) {
        private String[] array() {
            return words.toArray(String[]::new);
        }
    }

    /** Until the transaction ends. @return false when another node is at it */
    boolean alone() {
        return sql.select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.val(LOCK)))
                .fetchSingle()
                .value1();
    }

    Map<UUID, UUID> issueOfTickets() {
        return sql.selectFrom(HOT_TICKET).fetchMap(HOT_TICKET.TICKET_ID, HOT_TICKET.ISSUE_ID);
    }

    void found(Stored issue, Instant now) {
        sql.insertInto(HOT_ISSUE)
                .set(HOT_ISSUE.ID, issue.id)
                .set(HOT_ISSUE.AREA_KEY, issue.areaKey)
                .set(HOT_ISSUE.PLACE, issue.place)
                .set(HOT_ISSUE.WORDS, issue.array())
                .set(HOT_ISSUE.PEOPLE, issue.people)
                .set(HOT_ISSUE.FOUND_AT, now)
                .execute();
    }

    /** One that had ended comes back by the same id: its tickets are remembered. */
    void goesOn(Stored issue) {
        sql.update(HOT_ISSUE)
                .set(HOT_ISSUE.AREA_KEY, issue.areaKey)
                .set(HOT_ISSUE.PLACE, issue.place)
                .set(HOT_ISSUE.WORDS, issue.array())
                .set(HOT_ISSUE.PEOPLE, issue.people)
                .setNull(HOT_ISSUE.ENDED_AT)
                .setNull(HOT_ISSUE.MERGED_INTO)
                .where(
                        HOT_ISSUE.ID.eq(issue.id),
                        // what is as it was is not written again each time
                        DSL.row(HOT_ISSUE.AREA_KEY, HOT_ISSUE.PLACE, HOT_ISSUE.WORDS, HOT_ISSUE.PEOPLE)
                                .ne(issue.areaKey, issue.place, issue.array(), issue.people)
                                .or(HOT_ISSUE.ENDED_AT.isNotNull()))
                .execute();
    }

    /** Ends all issues but these. @return which */
    Set<UUID> endOthers(Collection<UUID> going, Instant now) {
        return sql.update(HOT_ISSUE)
                .set(HOT_ISSUE.ENDED_AT, now)
                .where(HOT_ISSUE.ENDED_AT.isNull(), HOT_ISSUE.ID.notIn(going))
                .returning(HOT_ISSUE.ID)
                .fetchSet(HOT_ISSUE.ID);
    }

    void mergedInto(UUID issue, UUID other) {
        sql.update(HOT_ISSUE)
                .set(HOT_ISSUE.MERGED_INTO, other)
                .where(HOT_ISSUE.ID.eq(issue))
                .execute();
    }

    void holds(UUID issue, Collection<UUID> tickets) {
        sql.deleteFrom(HOT_TICKET)
                .where(HOT_TICKET.ISSUE_ID.eq(issue), HOT_TICKET.TICKET_ID.notIn(tickets))
                .execute();
        var insert = sql.insertInto(HOT_TICKET, HOT_TICKET.TICKET_ID, HOT_TICKET.ISSUE_ID);
        for (UUID ticket : tickets) {
            insert = insert.values(ticket, issue);
        }
        insert.onConflict(HOT_TICKET.TICKET_ID)
                .doUpdate()
                .set(HOT_TICKET.ISSUE_ID, DSL.excluded(HOT_TICKET.ISSUE_ID))
                .where(HOT_TICKET.ISSUE_ID.ne(DSL.excluded(HOT_TICKET.ISSUE_ID)))
                .execute();
    }

    void note(UUID issue, HotChangeKind kind, @Nullable UUID other, int tickets, List<String> words, Instant now) {
        sql.insertInto(HOT_CHANGE)
                .set(HOT_CHANGE.ISSUE_ID, issue)
                .set(HOT_CHANGE.KIND, kind.name())
                .set(HOT_CHANGE.OTHER_ID, other)
                .set(HOT_CHANGE.TICKETS, tickets)
                .set(HOT_CHANGE.WORDS, words.toArray(String[]::new))
                .set(HOT_CHANGE.AT, now)
                .execute();
    }

    /** Marks the issue as told. @return false when it was before */
    boolean tell(UUID issue, Instant now) {
        return sql.update(HOT_ISSUE)
                        .set(HOT_ISSUE.TOLD_AT, now)
                        .where(HOT_ISSUE.ID.eq(issue), HOT_ISSUE.TOLD_AT.isNull())
                        .execute()
                > 0;
    }
}
