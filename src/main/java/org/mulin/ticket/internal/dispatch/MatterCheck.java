package org.mulin.ticket.internal.dispatch;

import java.util.List;
import org.mulin.base.Said;
import org.mulin.ticket.internal.dispatch.DispatchDecision.Reason;
import org.mulin.triage.Backing;

/** Whether it is settled what a ticket is about: a person says so, or the machine is sure enough and has shown it. */
final class MatterCheck {
    private final DispatchRules rules;
    private final DispatchFacts facts;
    private final List<Reason> reasons;

    /** @param reasons where what is found is added */
    MatterCheck(DispatchRules rules, DispatchFacts facts, List<Reason> reasons) {
        this.rules = rules;
        this.facts = facts;
        this.reasons = reasons;
    }

    boolean isSettled() {
        String code = facts.matterCode();
        if (code == null || percent(facts.matterConfidence()) == 0) {
            because(ReasonCode.MATTER_UNKNOWN, "reason.matter-unknown");
            return false;
        }
        String name = rules.matterName(code);
        if (facts.cause() == DispatchCause.CLASSIFIED) {
            because(ReasonCode.MATTER_DECIDED, "reason.matter-decided", name);
            return true;
        }
        if (facts.cause() == DispatchCause.RECORDED) {
            because(ReasonCode.MATTER_DECIDED, "reason.matter-recorded", name);
            return true;
        }
        if (facts.cause() == DispatchCause.CHOSEN) {
            because(ReasonCode.MATTER_CHOSEN, "reason.matter-chosen", name);
            return true;
        }
        return isSure(name) && isLearnt(name) && isFamiliar(name);
    }

    /** By the tickets held back from learning, if there are enough of them; else by the probability alone. */
    private boolean isSure(String name) {
        long sure = percent(facts.matterConfidence());
        Backing.HeldBack tried =
                facts.backing() == null ? null : facts.backing().heldBack();
        if (tried != null && tried.tickets() >= rules.heldBackMin()) {
            if (tried.right() < rules.precision()) {
                because(
                        ReasonCode.MATTER_UNSURE,
                        tried.right() == 0 ? "reason.matter-untried" : "reason.matter-unproven",
                        name,
                        sure,
                        tried.tickets(),
                        tenths(tried.right()),
                        tenths(rules.precision()));
                return false;
            }
            becauseRead(name, sure);
            because(
                    ReasonCode.MATTER_PROVEN,
                    "reason.matter-proven",
                    tried.tickets(),
                    tenths(tried.right()),
                    tenths(rules.precision()));
            return true;
        }
        if (facts.matterConfidence() < rules.matterConfidenceMin()) {
            because(ReasonCode.MATTER_UNSURE, "reason.matter-unsure", name, sure, percent(rules.matterConfidenceMin()));
            return false;
        }
        becauseRead(name, sure);
        return true;
    }

    /** What few people have confirmed goes out alone only if the catalogue's own phrases say the same. */
    private boolean isLearnt(String name) {
        Backing backing = facts.backing();
        if (backing == null
                || backing.confirmed() >= rules.confirmedMin()
                || backing.cold() >= rules.matterConfidenceMin()) {
            return true;
        }
        because(
                ReasonCode.MATTER_LITTLE_LEARNT,
                "reason.matter-little-learnt",
                name,
                backing.confirmed(),
                rules.confirmedMin(),
                percent(backing.cold()),
                percent(rules.matterConfidenceMin()));
        return false;
    }

    /** Whoever has learnt few words of a language is sure too soon. */
    private boolean isFamiliar(String name) {
        Double unfamiliar = facts.backing() == null ? null : facts.backing().unfamiliar();
        if (unfamiliar == null || unfamiliar <= rules.unfamiliarMax()) {
            return true;
        }
        because(
                ReasonCode.MATTER_UNFAMILIAR,
                "reason.matter-unfamiliar",
                name,
                percent(unfamiliar),
                percent(rules.unfamiliarMax()));
        return false;
    }

    private void becauseRead(String name, long sure) {
        if (facts.tellingWords().isEmpty()) {
            because(ReasonCode.MATTER_READ, "reason.matter-read", name, sure);
        } else {
            String words = String.join("\n", facts.tellingWords());
            because(ReasonCode.MATTER_READ, "reason.matter-read-by", name, sure, words);
        }
    }

    private void because(ReasonCode code, String text, Object... arguments) {
        reasons.add(new Reason(code, Said.of(text, arguments)));
    }

    static long percent(double share) {
        return Math.round(share * 100);
    }

    /** In percent, with one place after the point; rounded down, so that nothing looks reached that is not. */
    private static double tenths(double share) {
        return Math.floor(share * 1_000 + 1e-9) / 10;
    }
}
