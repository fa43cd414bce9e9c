package org.mulin.ticket.internal.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.policy.Deadline;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.ticket.internal.ClockSteps;
import org.mulin.ticket.internal.ClockSteps.Clocked;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.clock.DeferralRepository.Deed;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.springframework.stereotype.Service;

/** What becomes of a request for more time; whatever it does to the clock, the deadline is reckoned anew. */
@Service
class DeferralDecisions {
    private final OnceOnly once;
    private final DeferralRepository repository;
    private final Escalations escalations;
    private final ClockSteps steps;
    private final ClockRules rules;
    private final DeferralLimits limits;
    private final Reckonings reckonings;
    private final RuleBook book;
    private final Clock clock;

    DeferralDecisions(
            OnceOnly once,
            DeferralRepository repository,
            Escalations escalations,
            ClockSteps steps,
            ClockRules rules,
            DeferralLimits limits,
            Reckonings reckonings,
            RuleBook book,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.escalations = escalations;
        this.steps = steps;
        this.rules = rules;
        this.limits = limits;
        this.reckonings = reckonings;
        this.book = book;
        this.clock = clock;
    }

    /** @param reviewOn when it comes up for review again; for {@link DeferralAction#CONTINUE} */
    record Decision(
            DeferralAction action,
            @Nullable String words,
            @Nullable LocalDate reviewOn) {}

    private record Done(UUID ticketId) {}

    /** Decides, takes back, ends or continues, as the table allows for whoever acts. */
    UUID act(Actor actor, UUID deferralId, long version, String key, Decision decision) {
        return once.run(actor, key, Done.class, () -> {
                    Deferral before = repository.find(deferralId, actor);
                    if (before.version() != version) {
                        throw new Stale(before.version());
                    }
                    Instant now = clock.instant();
                    DeferralParty party = party(actor, before, decision.action());
                    DeferralLife.after(before.kind(), before.state(), decision.action(), party);
                    Clocked ticket = steps.find(before.ticketId(), actor);
                    switch (decision.action()) {
                        case GRANT -> grant(actor, before, ticket, decision, now);
                        case DENY -> deny(actor, before, decision, now);
                        case CONTINUE -> goOn(actor, before, decision, now);
                        case END -> end(actor, before, party, decision, now);
                        case TAKE_BACK -> {
                            Deed deed = new Deed(decision.action(), party, actor.accountId(), decision.words());
                            repository.save(before, before.decided(DeferralState.WITHDRAWN, now), deed, now);
                        }
                        case ASK, LAPSE, CALL_UP -> throw Refused.of("deferral-party");
                    }
                    return new Done(before.ticketId());
                })
                .ticketId();
    }

    static Set<DeferralParty> parties(Actor actor, Deferral deferral) {
        Set<DeferralParty> parties = EnumSet.noneOf(DeferralParty.class);
        if (actor.has(DeferralService.HANDLE) && deferral.unitId().equals(actor.unitId())) {
            parties.add(DeferralParty.UNIT);
        }
        if (actor.has(DeferralService.HANDLE) && deferral.approverId().equals(actor.unitId())) {
            parties.add(DeferralParty.APPROVER);
        }
        return parties;
    }

    private static DeferralParty party(Actor actor, Deferral deferral, DeferralAction action) {
        return parties(actor, deferral).stream()
                .filter(party ->
                        DeferralLife.STEPS.stream().anyMatch(step -> step.action() == action && step.party() == party))
                .findFirst()
                .orElseThrow(() -> Refused.of("deferral-party"));
    }

    private void grant(Actor actor, Deferral before, Clocked ticket, Decision decision, Instant now) {
        DeferralLimits.requireInTime(ticket, now);
        if (before.kind() == DeferralKind.SUSPENSION) {
            suspend(actor, before, Objects.requireNonNull(before.reviewAt()), now, decision, now);
            return;
        }
        Deferral granted = before.decided(DeferralState.GRANTED, now);
        Deferral reckoned = granted.reckonedBy(book.current().versions());
        Instant due = due(reckoned);
        repository.save(before, reckoned, deed(decision, DeferralParty.APPROVER, actor), now);
        steps.bySupervisor(
                actor,
                before.ticketId(),
                new ClockSteps.Deed(ActionKind.EXTEND, before.reason(), Map.of("dueAt", due.toString()), due, null),
                now);
        escalations.follow(before.ticketId(), now);
    }

    private void deny(Actor actor, Deferral before, Decision decision, Instant now) {
        if (decision.words() == null) {
            throw Malformed.of("words", "field-required");
        }
        repository.save(
                before, before.decided(DeferralState.DENIED, now), deed(decision, DeferralParty.APPROVER, actor), now);
        steps.bySupervisor(
                actor,
                before.ticketId(),
                new ClockSteps.Deed(ActionKind.DENY, decision.words(), Map.of(), null, null),
                now);
    }

    private void goOn(Actor actor, Deferral before, Decision decision, Instant now) {
        ClockRules.Leave leave =
                rules.leave(before.kind(), before.unitId()).orElseThrow(() -> Refused.of("deferral-no-rule"));
        Instant review = limits.reviewAt(decision.reviewOn(), leave.rule(), now);
        suspend(actor, before, review, Objects.requireNonNull(before.pausedFrom()), decision, now);
    }

    private void suspend(Actor actor, Deferral before, Instant review, Instant from, Decision decision, Instant now) {
        if (!review.isAfter(now)) {
            throw Refused.of("deferral-review-day");
        }
        DispatchRules current = book.current();
        Instant until = Deadline.of(
                        review, current.settings().get(TicketSettings.SUSPENSION_REVIEW), current.calendar())
                .at();
        Deferral paused = before.pausing(from, review, until, now).reckonedBy(current.versions());
        Instant due = due(paused);
        repository.save(before, paused, deed(decision, DeferralParty.APPROVER, actor), now);
        Map<String, String> facts = Map.of("until", until.toString(), "dueAt", due.toString());
        steps.bySupervisor(
                actor,
                before.ticketId(),
                new ClockSteps.Deed(ActionKind.SUSPEND, before.reason(), facts, due, until),
                now);
        escalations.follow(before.ticketId(), now);
    }

    private void end(Actor actor, Deferral before, DeferralParty party, Decision decision, Instant now) {
        Deferral ended = before.ended(now).reckonedBy(book.current().versions());
        ClockSteps.Deed deed = resumed(due(ended), decision.words());
        repository.save(before, ended, deed(decision, party, actor), now);
        if (party == DeferralParty.UNIT) {
            steps.byHandler(actor, before.ticketId(), deed, now);
        } else {
            steps.bySupervisor(actor, before.ticketId(), deed, now);
        }
        escalations.follow(before.ticketId(), now);
    }

    /** Nobody decided in time: the clock goes on from the moment that was set for it. In the caller's transaction. */
    void goOnByItself(Deferral before, Instant now) {
        Deferral ended = before.ended(now).reckonedBy(book.current().versions());
        ClockSteps.Deed deed = resumed(due(ended), null);
        repository.save(before, ended, Deed.bySystem(DeferralAction.END), now);
        steps.bySystem(before.ticketId(), deed, now);
        escalations.follow(before.ticketId(), now);
    }

    private static ClockSteps.Deed resumed(Instant due, @Nullable String words) {
        return new ClockSteps.Deed(ActionKind.RESUME, words, Map.of("dueAt", due.toString()), due, null);
    }

    private static Deed deed(Decision decision, DeferralParty party, Actor actor) {
        return new Deed(decision.action(), party, actor.accountId(), decision.words());
    }

    /** The deadline with this deferral as it is now. */
    private Instant due(Deferral changed) {
        List<Deferral> all = new ArrayList<>(repository.ofTicket(changed.ticketId()));
        all.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
        Reckonings.Basis basis = reckonings.basis(changed.ticketId()).orElseThrow();
        return reckonings.now(basis, all).deadline().at();
    }
}
