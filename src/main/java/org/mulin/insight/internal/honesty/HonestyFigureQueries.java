package org.mulin.insight.internal.honesty;

import static org.mulin.insight.internal.db.Tables.CLOSURE;
import static org.mulin.insight.internal.db.Tables.CLOSURE_SIGNAL;

import java.util.Arrays;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.insight.internal.Rate;
import org.mulin.insight.internal.honesty.HonestyViews.HonestyFigures;
import org.mulin.insight.internal.honesty.HonestyViews.SignalFigure;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Repository;

/** How many reports there are to review, and how often each signal was right, as far as reviewers have looked. */
@Repository
class HonestyFigureQueries {
    private static final Condition REVIEWED = CLOSURE.VERDICT.isNotNull();
    private static final Condition UNSOLVED = CLOSURE.VERDICT.eq(HonestyVerdict.UNSOLVED.name());

    private final DSLContext sql;
    private final Policy policy;

    HonestyFigureQueries(DSLContext sql, Policy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    HonestyFigures figures(Actor actor) {
        int from = policy.setting(HonestyTable.QUEUE_FROM);
        Condition queued = CLOSURE.SCORE.ge(from);
        Field<Integer> all = DSL.count();
        Field<Integer> inQueue = count(queued);
        Field<Integer> waiting = count(queued.and(CLOSURE.VERDICT.isNull()));
        Field<Integer> reviewed = count(REVIEWED);
        Field<Integer> unsolved = count(UNSOLVED);
        Field<Integer> sentBack = count(CLOSURE.SENT_BACK.isTrue());
        Record row = sql.select(all, inQueue, waiting, reviewed, unsolved, sentBack)
                .from(CLOSURE)
                .where(HonestyRepository.in(actor.scope()))
                .fetchSingle();
        Map<HonestySignal, SignalFigure> signals = signals(actor);
        return new HonestyFigures(
                row.get(all),
                row.get(inQueue),
                row.get(waiting),
                row.get(reviewed),
                row.get(unsolved),
                row.get(sentBack),
                from,
                Arrays.stream(HonestySignal.values())
                        .map(signal -> signals.getOrDefault(signal, figure(signal, 0, 0, 0)))
                        .toList());
    }

    private Map<HonestySignal, SignalFigure> signals(Actor actor) {
        Field<Integer> found = DSL.count();
        Field<Integer> reviewed = count(REVIEWED);
        Field<Integer> unsolved = count(UNSOLVED);
        return sql
                .select(CLOSURE_SIGNAL.SIGNAL, found, reviewed, unsolved)
                .from(CLOSURE_SIGNAL)
                .join(CLOSURE)
                .on(CLOSURE.ENTRY_ID.eq(CLOSURE_SIGNAL.ENTRY_ID))
                .where(HonestyRepository.in(actor.scope()))
                .groupBy(CLOSURE_SIGNAL.SIGNAL)
                .fetch(row -> figure(
                        HonestySignal.valueOf(row.get(CLOSURE_SIGNAL.SIGNAL)),
                        row.get(found),
                        row.get(reviewed),
                        row.get(unsolved)))
                .stream()
                .collect(java.util.stream.Collectors.toMap(SignalFigure::signal, each -> each));
    }

    private SignalFigure figure(HonestySignal signal, int found, int reviewed, int unsolved) {
        HonestyRule rule = policy.current(HonestyTable.class).content().of(signal);
        @Nullable Double limit = rule.limit();
        Rate precision = Rate.of(unsolved, reviewed);
        return new SignalFigure(
                signal,
                rule.weight(),
                limit,
                found,
                reviewed,
                unsolved,
                precision.value(),
                precision.low(),
                precision.high());
    }

    private static Field<Integer> count(Condition which) {
        return DSL.count().filterWhere(which);
    }
}
