package org.mulin.ticket.internal.precision;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.percentileCont;
import static org.mulin.ticket.internal.db.Tables.DISPATCH_DECISION;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.db.tables.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchCause;
import org.springframework.stereotype.Repository;

/**
 * The decisions of the machine, each beside the first one that a person then took about the same ticket. A ticket is
 * counted in the month in which it came.
 */
@Repository
class PrecisionQueries {
    private final DSLContext sql;
    private final Policy policy;
    private final Clock clock;

    PrecisionQueries(DSLContext sql, Policy policy, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Of the tickets whose matter nobody had chosen.
     *
     * @param month its first day
     * @param read all of them
     * @param alone those that the machine dispatched
     * @param aloneRight of these, whose matter and unit no person has changed and which no unit has given back
     * @param aloneConfidence how right the machine thought it was, on average, where it dispatched; null without any
     * @param people those that a person decided, whoever had them before
     * @param minutes median from their coming to a person's decision, of those not dispatched; null without any
     * @param guessed those not dispatched and decided by a person, of which the machine had a guess
     * @param guessedRight of these, where the person decided what the machine had guessed
     */
    record PrecisionMonthView(
            LocalDate month,
            int read,
            int alone,
            int aloneRight,
            @Nullable Double aloneConfidence,
            int people,
            @Nullable Double minutes,
            int guessed,
            int guessedRight) {}

    List<PrecisionMonthView> months(Actor actor, int months) {
        ZoneId zone = policy.city().zone();
        YearMonth first = YearMonth.from(clock.instant().atZone(zone)).minusMonths(months - 1L);
        DispatchDecision read = DISPATCH_DECISION.as("read");
        Table<?> decided = decidedByPeople();
        Field<LocalDate> month = field(
                "date_trunc('month', {0} at time zone {1})::date", LocalDate.class, read.AT, inline(zone.getId()));
        return sql.select(month)
                .select(figures(read, decided))
                .from(read)
                .join(TICKET_)
                .on(TICKET_.ID.eq(read.TICKET_ID))
                .leftJoin(decided)
                .on(decided.field(DISPATCH_DECISION.TICKET_ID).eq(read.TICKET_ID))
                .where(
                        read.CAUSE.eq(inline(DispatchCause.INTAKE.name())),
                        read.AT.ge(first.atDay(1).atStartOfDay(zone).toInstant()),
                        TICKET_.AREA_KEY.ge(actor.scope().lo()),
                        TICKET_.AREA_KEY.lt(actor.scope().hi()))
                .groupBy(month)
                .orderBy(month)
                .fetch(PrecisionQueries::view);
    }

    /** In the order of {@link PrecisionMonthView}. */
    private static List<Field<?>> figures(DispatchDecision read, Table<?> decided) {
        Field<String> cause = decided.field(DISPATCH_DECISION.CAUSE);
        Field<String> matter = decided.field(DISPATCH_DECISION.MATTER_CODE);
        Condition alone = read.UNIT_ID.isNotNull();
        Condition same = matter.isNotDistinctFrom(read.MATTER_CODE)
                .and(decided.field(DISPATCH_DECISION.UNIT_ID).isNotDistinctFrom(read.UNIT_ID));
        Condition right = alone.and(cause.isNull().or(same)).and(TICKET_.STATUS.ne(TicketStatus.TRIAGE.name()));
        Condition people = cause.eq(inline(DispatchCause.CLASSIFIED.name()));
        Condition left = read.UNIT_ID.isNull().and(people);
        Condition guessed = left.and(read.MATTER_CODE.isNotNull());
        Field<Double> minutes = field(
                "extract(epoch from {0} - {1})::double precision / 60",
                Double.class, decided.field(DISPATCH_DECISION.AT), read.AT);
        return List.of(
                count(),
                count().filterWhere(alone),
                count().filterWhere(right),
                avg(read.CONFIDENCE).filterWhere(alone).cast(Double.class),
                count().filterWhere(people),
                percentileCont(0.5)
                        .withinGroupOrderBy(minutes)
                        .filterWhere(left)
                        .cast(Double.class),
                count().filterWhere(guessed),
                count().filterWhere(guessed.and(matter.eq(read.MATTER_CODE))));
    }

    private static PrecisionMonthView view(Record row) {
        return new PrecisionMonthView(
                row.get(0, LocalDate.class),
                row.get(1, Integer.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Double.class),
                row.get(5, Integer.class),
                row.get(6, Double.class),
                row.get(7, Integer.class),
                row.get(8, Integer.class));
    }

    /** The first that a person decided about each ticket. */
    private Table<?> decidedByPeople() {
        return sql.select(
                        DISPATCH_DECISION.TICKET_ID,
                        DISPATCH_DECISION.AT,
                        DISPATCH_DECISION.CAUSE,
                        DISPATCH_DECISION.MATTER_CODE,
                        DISPATCH_DECISION.UNIT_ID)
                .distinctOn(DISPATCH_DECISION.TICKET_ID)
                .from(DISPATCH_DECISION)
                .where(DISPATCH_DECISION.CAUSE.in(
                        inline(DispatchCause.CLASSIFIED.name()), inline(DispatchCause.TRANSFERRED.name())))
                .orderBy(DISPATCH_DECISION.TICKET_ID, DISPATCH_DECISION.AT)
                .asTable("decided");
    }
}
