package org.mulin.ticket.internal.joint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.JointSteps;
import org.mulin.ticket.internal.db.tables.records.DirectiveRecord;
import org.springframework.stereotype.Service;

/** The street directs: an order with a clock, about a ticket, to a department; it stands in the ticket's history. */
@Service
class DirectiveService {
    private static final Duration AHEAD_MAX = Duration.ofDays(90);

    private final OnceOnly once;
    private final JointSteps steps;
    private final DirectiveRepository directives;
    private final DirectiveReach reach;
    private final Clock clock;

    DirectiveService(
            OnceOnly once, JointSteps steps, DirectiveRepository directives, DirectiveReach reach, Clock clock) {
        this.once = once;
        this.steps = steps;
        this.directives = directives;
        this.reach = reach;
        this.clock = clock;
    }

    /** The answer that is kept for a repeated key. */
    record Done(UUID id) {}

    UUID issue(Actor actor, String key, UUID ticketId, UUID unitId, String words, Instant dueAt) {
        JointSteps.requireReviewer(actor);
        return once.run(actor, key, Done.class, () -> {
                    Instant now = clock.instant();
                    JointSteps.Case ticket = steps.require(ticketId, actor, now);
                    if (!JointSteps.reviews(actor, ticket.areaKey())) {
                        throw Refused.of("right-missing", "ticket:review");
                    }
                    if (ticket.status() == TicketStatus.MERGED) {
                        throw Refused.of("directive-merged", ticket.number());
                    }
                    reach.require(unitId, actor, ticketId, ticket.areaKey());
                    if (dueAt.isBefore(now) || dueAt.isAfter(now.plus(AHEAD_MAX))) {
                        throw Refused.of("directive-due", AHEAD_MAX.toDays()).at("dueAt");
                    }
                    UUID id = directives.insert(new DirectiveRepository.Issued(
                            ticketId,
                            null,
                            ticket.areaKey(),
                            Objects.requireNonNull(actor.unitId()),
                            unitId,
                            words,
                            now,
                            dueAt));
                    note(actor, ticketId, id, unitId, "ORDER", words, now);
                    return new Done(id);
                })
                .id();
    }

    /** To whom the actor may give an order about the ticket. */
    List<UUID> units(Actor actor, UUID ticketId) {
        JointSteps.requireReviewer(actor);
        return reach.units(
                actor, ticketId, steps.require(ticketId, actor, clock.instant()).areaKey());
    }

    void act(Actor actor, String key, UUID id, long version, DirectiveStep step, @Nullable String words) {
        once.run(actor, key, Done.class, () -> {
            Instant now = clock.instant();
            DirectiveRecord order = directives.lock(id, actor);
            if (order.getVersion() != version) {
                throw new Stale(order.getVersion());
            }
            DirectiveStatus next = DirectiveWorkflow.apply(
                    DirectiveStatus.valueOf(order.getStatus()), step, DirectiveRepository.side(order, actor));
            directives.update(id, next, words, now);
            note(actor, order.getTicketId(), id, order.getUnitId(), "ORDER_" + step.name(), words, now);
            return new Done(id);
        });
    }

    private void note(
            Actor actor, UUID ticketId, UUID id, UUID unitId, String step, @Nullable String words, Instant now) {
        steps.join(actor, ticketId, new JointSteps.Part(id, step, unitId, null, null), words, List.of(), now);
    }
}
