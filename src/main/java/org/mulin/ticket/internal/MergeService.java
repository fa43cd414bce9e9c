package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.MergeViews.MergeInput;
import org.mulin.ticket.internal.MergeViews.MergeResult;
import org.mulin.ticket.internal.MergeViews.MergedTarget;
import org.mulin.ticket.internal.MergeViews.MergedTicketView;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.springframework.stereotype.Service;

/** 并单: tickets about the same thing become part of one of them, all in one transaction or none. */
@Service
class MergeService {
    private final OnceOnly once;
    private final StepTaker steps;
    private final TicketReadQueries reading;
    private final MergeRepository repository;
    private final MergeQueries queries;
    private final Policy policy;
    private final Clock clock;

    MergeService(
            OnceOnly once,
            StepTaker steps,
            TicketReadQueries reading,
            MergeRepository repository,
            MergeQueries queries,
            Policy policy,
            Clock clock) {
        this.once = once;
        this.steps = steps;
        this.reading = reading;
        this.repository = repository;
        this.queries = queries;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer that is kept for a repeated key. */
    record Done(UUID ticketId, List<UUID> mergedIds) {}

    /**
     * @throws Absent when one of them is none, or none for this actor
     * @throws Stale when one of them is no longer in the version that the actor saw
     */
    MergeResult merge(Actor actor, String key, UUID keptId, MergeInput input) {
        Done done = once.run(actor, key, Done.class, () -> {
            merged(actor, keptId, input, clock.instant());
            return new Done(
                    keptId, input.tickets().stream().map(MergedTarget::id).toList());
        });
        Map<UUID, MergedTicketView> merged = queries.merged(done.mergedIds(), actor);
        Ticket kept = reading.findAll(List.of(done.ticketId()), actor).stream()
                .findFirst()
                .orElseThrow(Absent::new);
        return new MergeResult(
                kept.id(),
                kept.number(),
                kept.version(),
                kept.appeals().size(),
                done.mergedIds().stream().map(merged::get).toList());
    }

    private void merged(Actor actor, UUID keptId, MergeInput input, Instant now) {
        List<MergedTarget> all = new ArrayList<>(List.of(new MergedTarget(keptId, input.version())));
        all.addAll(input.tickets());
        List<UUID> ids = all.stream().map(MergedTarget::id).toList();
        checkSelection(keptId, ids);
        repository.lock(ids);
        Map<UUID, Ticket> found =
                reading.findAll(ids, actor).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        if (found.size() < ids.size()) {
            throw new Absent();
        }
        for (MergedTarget target : all) {
            long version = known(found, target.id()).version();
            if (version != target.version()) {
                throw new Stale(version);
            }
        }
        Ticket kept = known(found, keptId);
        Map<UUID, String> busy = repository.obstacles(ids);
        requireNone(MergeRules.obstacle(kept, ActionKind.ABSORB, actor, now, busy));
        Map<UUID, TicketRecord> rows = queries.rows(ids, actor);
        TicketRecord keptRow = known(rows, keptId);
        List<Ticket> leaving = ids.stream().skip(1).map(id -> known(found, id)).toList();
        for (Ticket each : leaving) {
            requireNone(MergeRules.obstacle(each, ActionKind.MERGE, actor, now, busy));
            requireNone(MergeRules.between(kept, each, actor));
            requireNone(MergeRules.urgency(keptRow, known(rows, each.id())));
        }
        for (Ticket each : leaving) {
            kept = merge(actor, each, kept, input.words(), now);
        }
    }

    private Ticket merge(Actor actor, Ticket from, Ticket kept, String words, Instant now) {
        repository.move(from.id(), kept.id(), now);
        TicketAction merge = new MergeAction.Merge(kept.id(), kept.number(), words);
        steps.step(from, Planned.of(merge), By.of(actor, from), now);
        TicketAction absorb = new MergeAction.Absorb(from.id(), from.number(), from.appeals(), words);
        return steps.taken(kept, Planned.of(absorb), By.of(actor, kept), now).ticket();
    }

    private void checkSelection(UUID keptId, List<UUID> ids) {
        int max = policy.setting(TicketSettings.BULK_TICKETS);
        if (ids.size() > max) {
            throw Refused.of("merge-too-many", max).at("tickets");
        }
        if (ids.stream().skip(1).anyMatch(keptId::equals)) {
            throw Refused.of("merge-itself").at("tickets");
        }
        if (ids.stream().distinct().count() < ids.size()) {
            throw Refused.of("merge-twice").at("tickets");
        }
    }

    private static void requireNone(@Nullable Refused obstacle) {
        if (obstacle != null) {
            throw obstacle.at("tickets");
        }
    }

    private static <T> T known(Map<UUID, T> found, UUID id) {
        T ticket = found.get(id);
        if (ticket == null) {
            throw new Absent();
        }
        return ticket;
    }
}
