package org.mulin.ticket.internal.saved;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.ticket.internal.saved.SavedFilterViews.NewSavedFilter;
import org.mulin.ticket.internal.saved.SavedFilterViews.SavedFilterChange;
import org.mulin.ticket.internal.saved.SavedFilterViews.SavedFilterRemoval;
import org.mulin.ticket.internal.saved.SavedFilterViews.SavedFilterView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own filters of the queue; every write answers all of them as they are then. */
@RestController
@RequestMapping("/api/saved-filters")
class SavedFilterController {
    private static final String KEY = "Idempotency-Key";

    private final SavedFilterService service;
    private final SavedFilterRepository repository;
    private final FilterCountQueries counts;
    private final OnceOnly once;

    SavedFilterController(
            SavedFilterService service, SavedFilterRepository repository, FilterCountQueries counts, OnceOnly once) {
        this.service = service;
        this.repository = repository;
        this.counts = counts;
        this.once = once;
    }

    /** What is kept for a repeated request; the filters are read anew. */
    private record Done() {}

    @GetMapping
    List<SavedFilterView> savedFilters(Actor actor) {
        requireStaff(actor);
        return counts.counted(actor, repository.of(actor.accountId()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<SavedFilterView> saveFilter(
            Actor actor, @RequestHeader(KEY) String key, @RequestBody @Valid NewSavedFilter body) {
        return write(actor, key, () -> service.add(actor, body.name(), body.filter(), body.start()));
    }

    @PostMapping("/{id}/changes")
    List<SavedFilterView> changeSavedFilter(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid SavedFilterChange body) {
        return write(
                actor, key, () -> service.change(actor, id, body.name(), body.filter(), body.start(), body.version()));
    }

    @PostMapping("/{id}/removals")
    List<SavedFilterView> removeSavedFilter(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(KEY) String key,
            @RequestBody @Valid SavedFilterRemoval body) {
        return write(actor, key, () -> service.remove(actor, id, body.version()));
    }

    private List<SavedFilterView> write(Actor actor, String key, Runnable work) {
        requireStaff(actor);
        once.run(actor, key, Done.class, () -> {
            work.run();
            return new Done();
        });
        return savedFilters(actor);
    }

    private static void requireStaff(Actor actor) {
        if (!actor.isStaff()) {
            throw new Absent();
        }
    }
}
