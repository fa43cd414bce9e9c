package org.mulin.ticket.internal.joint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Stale;
import org.mulin.ticket.internal.JointSteps;
import org.springframework.stereotype.Service;

/**
 * Takes one step of a whistle: its own state, the ticket's part and history in one transaction, once per key. Whoever
 * does not reach the ticket finds no whistle.
 */
@Service
class WhistleService {
    private final OnceOnly once;
    private final JointSteps steps;
    private final WhistleRepository whistles;
    private final ObjectionRepository objections;
    private final Clock clock;

    WhistleService(
            OnceOnly once, JointSteps steps, WhistleRepository whistles, ObjectionRepository objections, Clock clock) {
        this.once = once;
        this.steps = steps;
        this.whistles = whistles;
        this.objections = objections;
        this.clock = clock;
    }

    /** Which whistle, or which call of it, seen in which version, under which key. */
    record Target(UUID whistleId, @Nullable UUID callId, long version, String key) {}

    /** The answer that is kept for a repeated key. */
    record Done(UUID whistleId) {}

    /** Makes the act when the whistle and its call are known. */
    @FunctionalInterface
    interface Planner<A> {
        A plan(Whistle whistle, Call call, Instant now);
    }

    @FunctionalInterface
    interface Afterwards {
        Whistle look(Whistle after, Call call, Instant now);
    }

    void act(Actor actor, Target target, Planner<CallAct> planner) {
        act(actor, target, planner, (whistle, call, now) -> whistle);
    }

    /** @param before what has to happen to the whistle first */
    void act(Actor actor, Target target, Planner<CallAct> planner, Afterwards before) {
        once.run(actor, target.key(), Done.class, () -> {
            Instant now = clock.instant();
            Whistle stored = lock(actor, target.whistleId(), now);
            Call call = stored.call(Objects.requireNonNull(target.callId()));
            if (call.version() != target.version()) {
                throw new Stale(call.version());
            }
            CallAct act = planner.plan(stored, call, now);
            Set<JointRole> roles = JointRoles.of(actor, stored, call);
            JointWorkflow.apply(stored, call.id(), act, roles, now);
            Whistle ready = before.look(stored, call, now);
            Whistle after = JointWorkflow.apply(ready, call.id(), act, roles, now);
            whistles.save(stored, after);
            UUID step = steps.join(actor, stored.ticketId(), part(stored, call, act), act.words(), act.photoIds(), now);
            whistles.keepWords(call, act, step);
            if (after.status() == WhistleStatus.AGREED && stored.status() == WhistleStatus.OPEN) {
                conclude(actor, after, JointStep.AGREE, String.valueOf(after.resolution()), now);
            }
            return new Done(stored.id());
        });
    }

    private static JointSteps.Part part(Whistle whistle, Call call, CallAct act) {
        JointSteps.Ending ends = act instanceof CallAct.Sign
                ? JointSteps.Ending.SIGNED
                : act instanceof CallAct.Uphold ? JointSteps.Ending.EXCUSED : null;
        return new JointSteps.Part(whistle.id(), act.step().name(), call.unitId(), ends, null);
    }

    private Whistle lock(Actor actor, UUID whistleId, Instant now) {
        Whistle whistle = whistles.lock(whistleId);
        steps.require(whistle.ticketId(), actor, now);
        return whistle;
    }

    /** The convener's or the reviewer's word on the whole. */
    void act(Actor actor, Target target, WhistleAct act) {
        once.run(actor, target.key(), Done.class, () -> {
            Instant now = clock.instant();
            Whistle before = lock(actor, target.whistleId(), now);
            if (before.version() != target.version()) {
                throw new Stale(before.version());
            }
            Whistle after = JointWorkflow.apply(before, act, JointRoles.of(actor, before, null), now);
            whistles.save(before, after);
            String words = String.valueOf(act.words());
            if (act instanceof WhistleAct.Close) {
                end(actor, after, JointStep.CLOSE, words, now);
            } else {
                note(actor, after, act.step(), words, now);
            }
            if (act instanceof WhistleAct.Review) {
                whistles.keepReview(after, words, now);
            }
            return new Done(before.id());
        });
    }

    private void note(Actor actor, Whistle whistle, JointStep step, String words, Instant now) {
        var part = new JointSteps.Part(whistle.id(), step.name(), whistle.convenerUnitId(), null, null);
        steps.join(actor, whistle.ticketId(), part, words, List.of(), now);
    }

    private void end(Actor actor, Whistle whistle, JointStep how, String words, Instant now) {
        whistles.keepEnd(whistle.id(), words);
        whistle.calls().stream()
                .filter(call -> call.status() == CallStatus.RELEASED)
                .forEach(call -> objections.decideCall(
                        call.id(),
                        new ObjectionRepository.Decided(ObjectionStatus.LAPSED, actor.unitId(), words, null, now)));
        conclude(actor, whistle, how, words, now);
    }

    /** Every ticket of the whistle is told, so that all their authors are. */
    private void conclude(Actor actor, Whistle whistle, JointStep how, String words, Instant now) {
        for (UUID ticketId : whistles.tickets(whistle.id())) {
            steps.conclude(actor, ticketId, whistle.id(), how.name(), words, now);
        }
    }

    /** A ticket that goes along with a whistle is over before it: it leaves, and the leading one’s history says it. */
    void leave(UUID ticketId, Instant now) {
        for (Whistle before : whistles.lockFollowed(ticketId)) {
            String number = steps.require(ticketId, Actor.SYSTEM, now).number();
            Whistle after = JointWorkflow.apply(
                    before, new WhistleAct.Leave(number), JointRoles.of(Actor.SYSTEM, before, null), now);
            whistles.save(before, after);
            whistles.leave(before.id(), ticketId, now);
            note(Actor.SYSTEM, after, JointStep.LEAVE, number, now);
        }
    }

    /** The case itself is over; the other tickets of the whistle are told. */
    void lapse(Actor actor, UUID ticketId, Instant now) {
        Optional<Whistle> open = whistles.lockOpen(ticketId);
        open.ifPresent(before -> {
            Whistle after =
                    JointWorkflow.apply(before, new WhistleAct.Lapse(), JointRoles.of(actor, before, null), now);
            whistles.save(before, after);
            end(actor, after, JointStep.LAPSE, "", now);
        });
    }
}
