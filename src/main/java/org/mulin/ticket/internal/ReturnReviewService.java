package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.TicketService.Target;
import org.mulin.ticket.internal.dispatch.DispatchCause;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.Matter;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Service;

/** 退单复核: the street decides whether a unit was right to return a ticket. */
@Service
class ReturnReviewService {
    private final StepTaker steps;
    private final ReturnQueries returns;
    private final DecisionRepository decisions;
    private final Dispatcher dispatcher;

    ReturnReviewService(StepTaker steps, ReturnQueries returns, DecisionRepository decisions, Dispatcher dispatcher) {
        this.steps = steps;
        this.returns = returns;
        this.decisions = decisions;
        this.dispatcher = dispatcher;
    }

    void review(Actor actor, Target target, boolean upheld, String words) {
        steps.take(actor, target.key(), target.ticketId(), target.version(), (ticket, now) -> {
            requireReturned(ticket, actor);
            return upheld ? uphold(ticket, now, words) : refuse(ticket, words);
        });
    }

    /** What the step's gate says too; without a return there is nothing to plan with. */
    private static void requireReturned(Ticket ticket, Actor actor) {
        if (TicketWorkflow.open(ticket, By.of(actor, ticket), Instant.EPOCH).stream()
                .noneMatch(step -> step.action() == ActionKind.UPHOLD)) {
            throw Refused.of(StepGate.RETURNED_BY_ANOTHER.refusal());
        }
    }

    /** Back to the same units, whose clock has never stopped. */
    private static Planned refuse(Ticket ticket, String words) {
        UUID unit = ticket.lastLeadUnitId();
        Instant dueAt = ticket.lastLeadDueAt();
        if (unit == null || dueAt == null) {
            throw Refused.of("ticket-no-unit");
        }
        return Planned.of(new JointAction.Refuse(new Mandate(unit, ticket.lastAssistUnitIds(), dueAt), words));
    }

    /** To whom the duty list names: by the matter that the unit held to be right, or by the entry that it cited. */
    private Planned uphold(Ticket ticket, Instant now, String words) {
        Ground ground = returns.last(ticket.id()).ground();
        Dispatcher.Session session = dispatcher.session();
        DispatchFacts before = decisions.last(ticket.id()).orElseThrow().facts();
        String matter = ground.matterCode();
        DispatchFacts facts = matter == null
                ? before.again(
                        DispatchCause.TRANSFERRED, now, responsible(ground, ticket, session), ticket.lastLeadDueAt())
                : session.classified(before, matter, null, now);
        StoredDecision stored = StoredDecision.of(session.decide(facts), session.rules());
        Mandate mandate = Mandates.of(stored.decision());
        if (mandate.leadUnitId().equals(ticket.lastLeadUnitId())) {
            throw Refused.of("return-comes-back");
        }
        return new Planned(new JointAction.Uphold(matter, urgency(matter, session), mandate, words), stored);
    }

    private String responsible(Ground ground, Ticket ticket, Dispatcher.Session session) {
        return session.rules()
                .duty()
                .find(ground.dutyEntry())
                .map(DutyEntry::lead)
                .flatMap(lead -> dispatcher.find(lead, ticket.areaKey()))
                .map(UnitRef::code)
                .orElseThrow(() -> Refused.of("return-cites-nobody"));
    }

    private static @Nullable Urgency urgency(@Nullable String matter, Dispatcher.Session session) {
        return matter == null
                ? null
                : session.rules().matters().find(matter).map(Matter::urgency).orElse(Urgency.NORMAL);
    }
}
