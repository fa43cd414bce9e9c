package org.mulin.ticket.internal.saved;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.ChosenFilter;
import org.mulin.ticket.internal.FilterQueries;
import org.mulin.ticket.internal.TicketSettings;
import org.springframework.stereotype.Service;

/** What a person may do with own filters: a bounded number, each with a name of its own, one of them the start. */
@Service
class SavedFilterService {
    private final SavedFilterRepository repository;
    private final FilterQueries filters;
    private final Policy policy;
    private final Clock clock;

    SavedFilterService(SavedFilterRepository repository, FilterQueries filters, Policy policy, Clock clock) {
        this.repository = repository;
        this.filters = filters;
        this.policy = policy;
        this.clock = clock;
    }

    void add(Actor actor, String name, ChosenFilter filter, boolean start) {
        check(actor, filter);
        List<SavedFilter> mine = repository.ofForChange(actor.accountId());
        int max = policy.setting(TicketSettings.SAVED_FILTERS);
        if (mine.size() >= max) {
            throw Refused.of("saved-filters-full", max);
        }
        SavedFilter added = new SavedFilter(Ids.next(), name.strip(), filter, start, 1);
        requireFreeName(mine, added);
        leaveStart(mine, added);
        repository.insert(actor.accountId(), added);
    }

    void change(Actor actor, UUID id, String name, ChosenFilter filter, boolean start, long version) {
        List<SavedFilter> mine = repository.ofForChange(actor.accountId());
        SavedFilter before = seen(mine, id, version);
        if (!before.filter().equals(filter)) {
            check(actor, filter);
        }
        SavedFilter after = new SavedFilter(id, name.strip(), filter, start, version + 1);
        requireFreeName(mine, after);
        leaveStart(mine, after);
        repository.update(after);
    }

    void remove(Actor actor, UUID id, long version) {
        seen(repository.ofForChange(actor.accountId()), id, version);
        repository.delete(id);
    }

    /** A filter that the list would not take is not kept either. */
    private void check(Actor actor, ChosenFilter filter) {
        var _ = filters.of(actor, filter.in(policy.city().zone()), clock.instant());
        var _ = filter.in(policy.city().zone()).order();
    }

    private static SavedFilter seen(List<SavedFilter> mine, UUID id, long version) {
        SavedFilter found =
                mine.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Absent::new);
        if (found.version() != version) {
            throw new Stale(found.version());
        }
        return found;
    }

    private static void requireFreeName(List<SavedFilter> mine, SavedFilter wanted) {
        if (mine.stream()
                .anyMatch(each -> !each.id().equals(wanted.id()) && each.name().equals(wanted.name()))) {
            throw Refused.of("saved-filter-name", wanted.name()).at("name");
        }
    }

    /** The one that was the start is it no longer. */
    private void leaveStart(List<SavedFilter> mine, SavedFilter wanted) {
        mine.stream()
                .filter(each -> wanted.start() && each.start() && !each.id().equals(wanted.id()))
                .forEach(each -> repository.update(
                        new SavedFilter(each.id(), each.name(), each.filter(), false, each.version() + 1)));
    }
}
