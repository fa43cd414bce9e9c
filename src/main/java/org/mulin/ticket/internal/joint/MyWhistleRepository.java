package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.JOINT_RATING;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.WHISTLE;
import static org.mulin.ticket.internal.db.Tables.WHISTLE_TICKET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.joint.WhistleViews.MyWhistleView;
import org.springframework.stereotype.Repository;

/** 群众评哨: what an author is told of whistles on the own matter, and what the author says of them. */
@Repository
class MyWhistleRepository {
    private final DSLContext sql;
    private final WhistleRepository whistles;
    private final Names names;

    MyWhistleRepository(DSLContext sql, WhistleRepository whistles, Names names) {
        this.sql = sql;
        this.whistles = whistles;
        this.names = names;
    }

    /** @throws Absent when the appeal is not this actor's */
    List<MyWhistleView> of(UUID appealId, Actor author) {
        if (!sql.fetchExists(APPEAL, APPEAL.ID.eq(appealId), APPEAL.AUTHOR_ID.eq(author.accountId()))) {
            throw new Absent();
        }
        var rows = sql.select(
                        WHISTLE.asterisk(),
                        TICKET_.STATUS.as("ticket_status"),
                        TICKET_.VERSION.as("ticket_version"),
                        APPEAL.WITHDRAWN_AT,
                        WHISTLE_TICKET.LEFT_AT,
                        JOINT_RATING.SCORE)
                .from(APPEAL)
                .join(TICKET_)
                .on(TICKET_.ID.eq(APPEAL.TICKET_ID))
                .join(WHISTLE_TICKET)
                .on(WHISTLE_TICKET.TICKET_ID.eq(TICKET_.ID))
                .join(WHISTLE)
                .on(WHISTLE.ID.eq(WHISTLE_TICKET.WHISTLE_ID))
                .leftJoin(JOINT_RATING)
                .on(JOINT_RATING.WHISTLE_ID.eq(WHISTLE.ID), JOINT_RATING.APPEAL_ID.eq(APPEAL.ID))
                .where(APPEAL.ID.eq(appealId))
                .orderBy(WHISTLE.BLOWN_AT)
                .fetch();
        Map<UUID, List<Call>> calls =
                whistles.calls(rows.stream().map(row -> row.get(WHISTLE.ID)).toList());
        return rows.stream()
                .map(row -> view(row, calls.getOrDefault(row.get(WHISTLE.ID), List.of())))
                .toList();
    }

    private MyWhistleView view(Record row, List<Call> calls) {
        WhistleStatus status = WhistleStatus.valueOf(row.get(WHISTLE.STATUS));
        TicketStatus ticket = TicketStatus.valueOf(row.get("ticket_status", String.class));
        Integer score = row.get(JOINT_RATING.SCORE);
        boolean answered = ticket == TicketStatus.RESOLVED || ticket == TicketStatus.CLOSED;
        return new MyWhistleView(
                row.get(WHISTLE.ID),
                row.get(WHISTLE.BLOWN_AT),
                row.get(WHISTLE.MEET_AT),
                calls.stream()
                        .filter(call -> call.status() != CallStatus.EXCUSED)
                        .map(call -> String.valueOf(names.unitName(call.unitId())))
                        .toList(),
                (int) calls.stream().filter(Call::isThere).count(),
                status != WhistleStatus.OPEN,
                status == WhistleStatus.AGREED,
                answered
                        && status != WhistleStatus.OPEN
                        && score == null
                        && row.get(APPEAL.WITHDRAWN_AT) == null
                        && row.get(WHISTLE_TICKET.LEFT_AT) == null,
                score,
                row.get("ticket_version", Long.class));
    }

    void rate(UUID whistleId, UUID appealId, int score, @Nullable String words, Instant now) {
        sql.insertInto(JOINT_RATING)
                .set(JOINT_RATING.WHISTLE_ID, whistleId)
                .set(JOINT_RATING.APPEAL_ID, appealId)
                .set(JOINT_RATING.SCORE, score)
                .set(JOINT_RATING.WORDS, words)
                .set(JOINT_RATING.AT, now)
                .execute();
    }
}
