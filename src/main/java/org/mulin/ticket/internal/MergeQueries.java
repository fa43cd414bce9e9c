package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.APPEAL_MOVE;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.MergeViews.MergedTicketView;
import org.mulin.ticket.internal.db.tables.records.HistoryRecord;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.springframework.stereotype.Repository;

/** Which tickets became part of which, and what their appeals went through before. */
@Repository
class MergeQueries {
    /** A ticket that holds more merged ones shows the newest of them. */
    private static final int MERGED_MAX = 500;

    private static final Field<Integer> BROUGHT =
            DSL.field(DSL.selectCount().from(APPEAL_MOVE).where(APPEAL_MOVE.FROM_TICKET_ID.eq(TICKET_.ID)));

    private final DSLContext sql;

    MergeQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The tickets that an appeal was part of before, the first first. */
    List<UUID> before(UUID appealId) {
        return sql.select(APPEAL_MOVE.FROM_TICKET_ID)
                .from(APPEAL_MOVE)
                .where(APPEAL_MOVE.APPEAL_ID.eq(appealId))
                .orderBy(APPEAL_MOVE.AT, APPEAL_MOVE.FROM_TICKET_ID)
                .fetch(APPEAL_MOVE.FROM_TICKET_ID);
    }

    /** The number under which an appeal was taken in, when its ticket was merged since. */
    @Nullable
    String filedAs(UUID appealId) {
        return sql.select(TICKET_.NUMBER)
                .from(APPEAL_MOVE)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL_MOVE.FROM_TICKET_ID))
                .where(APPEAL_MOVE.APPEAL_ID.eq(appealId))
                .orderBy(APPEAL_MOVE.AT)
                .limit(1)
                .fetchOne(TICKET_.NUMBER);
    }

    /** Steps that authors of this ticket took while they were with merged ones, in the order of time. */
    List<HistoryRecord> saidBefore(UUID ticketId) {
        return sql.select(HISTORY.fields())
                .from(APPEAL)
                .join(APPEAL_MOVE)
                .on(APPEAL_MOVE.APPEAL_ID.eq(APPEAL.ID))
                .join(HISTORY)
                .on(HISTORY.TICKET_ID.eq(APPEAL_MOVE.FROM_TICKET_ID), HISTORY.APPEAL_ID.eq(APPEAL.ID))
                .where(APPEAL.TICKET_ID.eq(ticketId))
                .orderBy(HISTORY.AT, HISTORY.NUMBER)
                .fetchInto(HISTORY);
    }

    /** What became part of a ticket, the newest first. */
    List<MergedTicketView> mergedInto(UUID ticketId, Actor reader) {
        return views(TICKET_.MERGED_INTO_ID.eq(ticketId), BROUGHT, reader);
    }

    /** These merged tickets, by id. */
    Map<UUID, MergedTicketView> merged(Collection<UUID> ticketIds, Actor reader) {
        return views(TICKET_.ID.in(ticketIds), BROUGHT, reader).stream()
                .collect(Collectors.toMap(MergedTicketView::id, view -> view));
    }

    /** The ticket that this one became part of; null when it was not merged. */
    @Nullable
    MergedTicketView goesOn(UUID ticketId, Actor reader) {
        var merged = TICKET_.as("merged");
        Condition wanted =
                TICKET_.ID.eq(DSL.select(merged.MERGED_INTO_ID).from(merged).where(merged.ID.eq(ticketId)));
        return views(wanted, TICKET_.APPEAL_COUNT, reader).stream().findFirst().orElse(null);
    }

    private List<MergedTicketView> views(Condition wanted, Field<Integer> appeals, Actor reader) {
        Field<Boolean> readable = DSL.field(ReachQueries.of(reader));
        return sql.select(TICKET_.ID, TICKET_.NUMBER, appeals, readable)
                .from(TICKET_)
                .where(wanted)
                .orderBy(TICKET_.UPDATED_AT.desc(), TICKET_.ID)
                .limit(MERGED_MAX)
                .fetch(row -> new MergedTicketView(
                        row.value1(), row.value2(), row.value3(), Boolean.TRUE.equals(row.value4())));
    }

    /** The rows of tickets, by id, as far as this actor reaches; for a plan. */
    Map<UUID, TicketRecord> rows(Collection<UUID> ids, Actor actor) {
        return sql.selectFrom(TICKET_)
                .where(TICKET_.ID.in(ids), ReachQueries.of(actor))
                .fetchMap(TICKET_.ID);
    }
}
