package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.APPEAL_MOVE;
import static org.mulin.ticket.internal.db.Tables.CALL_BACK;
import static org.mulin.ticket.internal.db.Tables.DEFERRAL;
import static org.mulin.ticket.internal.db.Tables.DIRECTIVE;
import static org.mulin.ticket.internal.db.Tables.EXCLUSION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_TICKET;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What merging writes beside the steps of the two tickets, and what is in its way. */
@Repository
class MergeRepository {
    private final DSLContext sql;

    MergeRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds the tickets until the commit, always in the same order, so that two merges wait for each other. */
    void lock(Collection<UUID> ticketIds) {
        sql.select(TICKET_.ID)
                .from(TICKET_)
                .where(TICKET_.ID.in(ticketIds))
                .orderBy(TICKET_.ID)
                .forUpdate()
                .fetch();
    }

    /** What somebody else is about to decide or to do about a ticket: a refusal of {@code problems.csv} for each. */
    Map<UUID, String> obstacles(Collection<UUID> ticketIds) {
        Map<UUID, String> found = new HashMap<>();
        sql.select(WHISTLE_TICKET.TICKET_ID, DSL.inline("merge-whistle-open"))
                .from(WHISTLE_TICKET)
                .join(WHISTLE)
                .on(WHISTLE.ID.eq(WHISTLE_TICKET.WHISTLE_ID))
                .where(WHISTLE_TICKET.TICKET_ID.in(ticketIds), WHISTLE.STATUS.eq("OPEN"))
                .unionAll(DSL.select(DIRECTIVE.TICKET_ID, DSL.inline("merge-order-open"))
                        .from(DIRECTIVE)
                        .where(DIRECTIVE.TICKET_ID.in(ticketIds), DIRECTIVE.ENDED_AT.isNull()))
                .unionAll(DSL.select(DEFERRAL.TICKET_ID, DSL.inline("merge-deferral-open"))
                        .from(DEFERRAL)
                        .where(DEFERRAL.TICKET_ID.in(ticketIds), DEFERRAL.STATE.in("ASKED", "RUNNING", "REVIEW")))
                .unionAll(DSL.select(EXCLUSION.TICKET_ID, DSL.inline(MergeRules.EXCLUSION_OPEN))
                        .from(EXCLUSION)
                        .where(EXCLUSION.TICKET_ID.in(ticketIds), EXCLUSION.STATE.eq("OPEN")))
                .forEach(row -> found.putIfAbsent(row.value1(), row.value2()));
        return found;
    }

    /**
     * Gives all appeals of a ticket to another one, with the calls about them. What figures count of the first is
     * emptied: from now on its appeals and their verdicts count with the other.
     */
    void move(UUID from, UUID to, Instant at) {
        sql.insertInto(APPEAL_MOVE)
                .select(DSL.select(APPEAL.ID, APPEAL.TICKET_ID, DSL.val(to), DSL.val(at, APPEAL_MOVE.AT))
                        .from(APPEAL)
                        .where(APPEAL.TICKET_ID.eq(from)))
                .execute();
        sql.update(APPEAL)
                .set(APPEAL.TICKET_ID, to)
                .where(APPEAL.TICKET_ID.eq(from))
                .execute();
        sql.update(CALL_BACK)
                .set(CALL_BACK.TICKET_ID, to)
                .where(CALL_BACK.TICKET_ID.eq(from))
                .execute();
        takeOver(from, to);
        judgeAgain(to);
        sql.update(TICKET_)
                .setNull(TICKET_.RESPONSE)
                .setNull(TICKET_.SOLVED)
                .setNull(TICKET_.SATISFACTION)
                .setNull(TICKET_.EXCLUDED_FROM)
                .setNull(TICKET_.UNREACHABLE)
                .setNull(TICKET_.OWN_UNIT_IDS)
                .setNull(TICKET_.OWN_AREA_KEY)
                .where(TICKET_.ID.eq(from))
                .execute();
    }

    /** What a resident asks makes an own report one no more. */
    private void takeOver(UUID from, UUID to) {
        var merged = TICKET_.as("merged");
        Condition own = merged.OWN_AREA_KEY.isNotNull();
        sql.update(TICKET_)
                .set(TICKET_.APPEAL_COUNT, TICKET_.APPEAL_COUNT.plus(merged.APPEAL_COUNT))
                .set(
                        TICKET_.CONFIDENTIAL,
                        DSL.field(TICKET_.CONFIDENTIAL.isTrue().or(merged.CONFIDENTIAL.isTrue())))
                .set(TICKET_.OWN_UNIT_IDS, DSL.when(own, TICKET_.OWN_UNIT_IDS))
                .set(TICKET_.OWN_AREA_KEY, DSL.when(own, TICKET_.OWN_AREA_KEY))
                .from(merged)
                .where(TICKET_.ID.eq(to), merged.ID.eq(from))
                .execute();
    }

    /** What the verdicts of the latest judged round come to, now that there are more of them. */
    private void judgeAgain(UUID to) {
        var latest = DSL.select(
                        VERDICT.ROUND,
                        DSL.boolAnd(VERDICT.SOLVED).as("solved"),
                        DSL.min(VERDICT.SATISFACTION).as("satisfaction"))
                .from(VERDICT)
                .join(APPEAL)
                .on(APPEAL.ID.eq(VERDICT.APPEAL_ID))
                .where(APPEAL.TICKET_ID.eq(to))
                .groupBy(VERDICT.ROUND)
                .orderBy(VERDICT.ROUND.desc())
                .limit(1)
                .asTable("latest");
        sql.update(TICKET_)
                .set(TICKET_.SOLVED, latest.field("solved", Boolean.class))
                .set(TICKET_.SATISFACTION, latest.field("satisfaction", Integer.class))
                .from(latest)
                .where(TICKET_.ID.eq(to))
                .execute();
    }
}
