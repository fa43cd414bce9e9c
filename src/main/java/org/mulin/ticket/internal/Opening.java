package org.mulin.ticket.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.dispatch.Dispatch;
import org.mulin.ticket.internal.dispatch.DispatchCause;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.DispatchOutcome;
import org.mulin.ticket.internal.dispatch.DispatchRules;

/** What is done with a ticket in the transaction that registers it. */
@FunctionalInterface
interface Opening {
    /** 派单: to the unit that the rules find; else a person has to decide. */
    Opening BY_RULES = (steps, actor, decision) -> {
        if (decision.outcome() == DispatchOutcome.UNIT) {
            steps.then(new TicketAction.Dispatch(Mandates.of(decision)), By.of(Actor.SYSTEM, steps.ticket()));
        }
    };

    /** The same, but due when another platform says. */
    static Opening dueAt(Instant given) {
        return (steps, actor, decision) -> {
            if (decision.outcome() == DispatchOutcome.UNIT) {
                Mandate mandate = Mandates.of(decision);
                steps.then(
                        new TicketAction.Dispatch(new Mandate(mandate.leadUnitId(), mandate.assistUnitIds(), given)),
                        By.of(Actor.SYSTEM, steps.ticket()));
            }
        };
    }

    /** Takes the steps that follow the registration. */
    void begin(FirstSteps steps, Actor actor, DispatchDecision decision);

    default Opening then(TicketAction action, By by) {
        return (steps, actor, decision) -> {
            begin(steps, actor, decision);
            steps.then(action, by);
        };
    }

    /** What the decision is taken on. */
    default DispatchFacts facts(DispatchFacts read, Instant now) {
        return read;
    }

    /** The matter that the ticket is about from now on; null while nobody knows. */
    default @Nullable String matter(Dispatch.Made made, DispatchRules rules) {
        return made.decision().outcome() == DispatchOutcome.UNIT ? made.facts().matterCode() : null;
    }

    /** A clerk ends it at once: nobody decides about its matter any more, so only a sure one stays. */
    interface ByClerk extends Opening {
        @Override
        default @Nullable String matter(Dispatch.Made made, DispatchRules rules) {
            boolean sure = made.facts().matterConfidence() >= rules.matterConfidenceMin();
            return sure ? made.facts().matterCode() : null;
        }
    }

    /** @param words in which {@link ClerkOutcome#NUMBER} stands for the number */
    record Declining(String reasonCode, String words, Instant contestUntil) implements ByClerk {
        @Override
        public void begin(FirstSteps steps, Actor actor, DispatchDecision decision) {
            String told = ClerkOutcome.numbered(words, steps.ticket().number());
            steps.then(new TicketAction.Decline(reasonCode, told, contestUntil), By.taking(actor));
        }
    }

    /** @param unitCode of the clerk's own unit, whose answer it is */
    record Informing(String words, String unitCode, Instant reopenUntil) implements ByClerk {
        @Override
        public DispatchFacts facts(DispatchFacts read, Instant now) {
            return read.again(DispatchCause.RECORDED, now, unitCode, null);
        }

        @Override
        public void begin(FirstSteps steps, Actor actor, DispatchDecision decision) {
            String told = ClerkOutcome.numbered(words, steps.ticket().number());
            steps.then(new TicketAction.Inform(Mandates.of(decision), told, reopenUntil), By.taking(actor));
        }
    }
}
