package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.springframework.stereotype.Repository;

/** Who declined what is reviewed, and how reviews end. */
@Repository
class DeclineReviewQueries {
    private final DSLContext sql;
    private final Names names;
    private final Clock clock;

    DeclineReviewQueries(DSLContext sql, Names names, Clock clock) {
        this.sql = sql;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Reviews of what one unit has declined.
     *
     * @param late not decided in time
     */
    record DeclineReviewCount(String unitName, int asked, int overturned, int sustained, int open, int late) {}

    /** The unit that declined it last; null when it was none, or nobody did. */
    @Nullable
    UUID declinedBy(UUID ticketId) {
        return sql.select(HISTORY.UNIT_ID)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(ticketId), HISTORY.ACTION.eq(ActionKind.DECLINE.name()))
                .orderBy(HISTORY.NUMBER.desc())
                .limit(1)
                .fetchOne(HISTORY.UNIT_ID);
    }

    /** Of reviews asked for within the time, of tickets within reach; most asked first. */
    List<DeclineReviewCount> counts(Actor actor, Instant from, Instant to) {
        TicketViewQueries.requireStaff(actor);
        Field<UUID> unit = DSL.field(whoDeclined()).as("unit");
        Field<String> outcome = DSL.field(howItEnded()).as("outcome");
        Field<Boolean> late = DSL.field(
                        PART.DUE_AT.lt(DSL.coalesce(PART.ENDED_AT, DSL.val(clock.instant(), PART.ENDED_AT))))
                .as("late");
        var reviews = DSL.select(unit, outcome, late)
                .from(PART)
                .join(TICKET_)
                .on(TICKET_.ID.eq(PART.TICKET_ID))
                .where(PART.ROLE.eq(PartRole.REVIEW.name()), PART.OPENED_AT.ge(from), PART.OPENED_AT.lt(to))
                .and(ReachQueries.of(actor))
                .asTable("reviews");
        Field<String> ended = reviews.field(outcome);
        return sql.select(
                        reviews.field(unit),
                        DSL.count(),
                        DSL.count().filterWhere(ended.eq(ActionKind.OVERTURN.name())),
                        DSL.count().filterWhere(ended.eq(ActionKind.SUSTAIN.name())),
                        DSL.count().filterWhere(ended.isNull()),
                        DSL.count().filterWhere(DSL.condition(reviews.field(late))))
                .from(reviews)
                .groupBy(reviews.field(unit))
                .orderBy(DSL.count().desc())
                .fetch(row -> new DeclineReviewCount(
                        Objects.requireNonNullElse(names.unitName(row.value1()), ""),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    private static Select<Record1<UUID>> whoDeclined() {
        return DSL.select(HISTORY.UNIT_ID)
                .from(HISTORY)
                .where(HISTORY.TICKET_ID.eq(PART.TICKET_ID), HISTORY.ACTION.eq(ActionKind.DECLINE.name()))
                .orderBy(HISTORY.NUMBER.desc())
                .limit(1);
    }

    private static Select<Record1<String>> howItEnded() {
        return DSL.select(DSL.max(HISTORY.ACTION))
                .from(HISTORY)
                .where(
                        HISTORY.TICKET_ID.eq(PART.TICKET_ID),
                        HISTORY.ACTION.in(ActionKind.OVERTURN.name(), ActionKind.SUSTAIN.name()));
    }
}
