package org.mulin.ticket.internal.saved;

import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.FilterQueries;
import org.mulin.ticket.internal.saved.SavedFilterViews.SavedFilterView;
import org.springframework.stereotype.Repository;

/** How much stands behind each saved filter: one statement for all, which counts no further than people read. */
@Repository
class FilterCountQueries {
    /** Shown as 99+. */
    private static final int COUNT_MAX = 100;

    private final DSLContext sql;
    private final FilterQueries filters;
    private final Policy policy;
    private final Clock clock;

    FilterCountQueries(DSLContext sql, FilterQueries filters, Policy policy, Clock clock) {
        this.sql = sql;
        this.filters = filters;
        this.policy = policy;
        this.clock = clock;
    }

    List<SavedFilterView> counted(Actor actor, List<SavedFilter> saved) {
        if (saved.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Optional<Condition>> wanted =
                saved.stream().map(each -> condition(actor, each, now)).toList();
        Record counts = sql.select(
                        wanted.stream().map(FilterCountQueries::count).toList())
                .fetchSingle();
        return IntStream.range(0, saved.size())
                .mapToObj(i -> view(saved.get(i), (Integer) counts.get(i)))
                .toList();
    }

    /** Empty when it names what the pack no longer knows. */
    private Optional<Condition> condition(Actor actor, SavedFilter saved, Instant now) {
        try {
            return Optional.of(filters.of(actor, saved.filter().in(policy.city().zone()), now));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Field<@Nullable Integer> count(Optional<Condition> wanted) {
        return wanted.map(condition -> DSL.field(DSL.select(DSL.count())
                        .from(DSL.selectOne().from(TICKET_).where(condition).limit(COUNT_MAX))))
                .orElseGet(() -> DSL.castNull(Integer.class));
    }

    private static SavedFilterView view(SavedFilter saved, @Nullable Integer count) {
        return new SavedFilterView(saved.id(), saved.name(), saved.filter(), saved.start(), count, saved.version());
    }
}
