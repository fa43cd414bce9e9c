package org.mulin.ticket.internal.clock;

import static org.mulin.ticket.internal.clock.DeferralAction.ASK;
import static org.mulin.ticket.internal.clock.DeferralAction.CALL_UP;
import static org.mulin.ticket.internal.clock.DeferralAction.CONTINUE;
import static org.mulin.ticket.internal.clock.DeferralAction.DENY;
import static org.mulin.ticket.internal.clock.DeferralAction.END;
import static org.mulin.ticket.internal.clock.DeferralAction.GRANT;
import static org.mulin.ticket.internal.clock.DeferralAction.LAPSE;
import static org.mulin.ticket.internal.clock.DeferralAction.TAKE_BACK;
import static org.mulin.ticket.internal.clock.DeferralKind.EXTENSION;
import static org.mulin.ticket.internal.clock.DeferralKind.SUSPENSION;
import static org.mulin.ticket.internal.clock.DeferralParty.APPROVER;
import static org.mulin.ticket.internal.clock.DeferralParty.SYSTEM;
import static org.mulin.ticket.internal.clock.DeferralParty.UNIT;
import static org.mulin.ticket.internal.clock.DeferralState.ASKED;
import static org.mulin.ticket.internal.clock.DeferralState.DENIED;
import static org.mulin.ticket.internal.clock.DeferralState.ENDED;
import static org.mulin.ticket.internal.clock.DeferralState.GRANTED;
import static org.mulin.ticket.internal.clock.DeferralState.LAPSED;
import static org.mulin.ticket.internal.clock.DeferralState.REVIEW;
import static org.mulin.ticket.internal.clock.DeferralState.RUNNING;
import static org.mulin.ticket.internal.clock.DeferralState.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;

/** 缓办流转: the one table of what may become of a suspension or an extension, and through whom. */
final class DeferralLife {
    /** @param kind null for both */
    record Step(
            @Nullable DeferralKind kind,
            @Nullable DeferralState from,
            DeferralAction action,
            DeferralParty party,
            DeferralState to) {
        private boolean isFrom(DeferralKind asked, @Nullable DeferralState state) {
            return from == state && (kind == null || kind == asked);
        }
    }

    static final List<Step> STEPS = List.of(
            new Step(null, null, ASK, UNIT, ASKED),
            new Step(SUSPENSION, ASKED, GRANT, APPROVER, RUNNING),
            new Step(EXTENSION, ASKED, GRANT, APPROVER, GRANTED),
            new Step(null, ASKED, DENY, APPROVER, DENIED),
            new Step(null, ASKED, TAKE_BACK, UNIT, WITHDRAWN),
            new Step(null, ASKED, LAPSE, SYSTEM, LAPSED),
            new Step(SUSPENSION, RUNNING, END, UNIT, ENDED),
            new Step(SUSPENSION, RUNNING, END, APPROVER, ENDED),
            new Step(SUSPENSION, RUNNING, END, SYSTEM, ENDED),
            new Step(SUSPENSION, RUNNING, CALL_UP, SYSTEM, REVIEW),
            new Step(SUSPENSION, REVIEW, CONTINUE, APPROVER, RUNNING),
            new Step(SUSPENSION, REVIEW, END, UNIT, ENDED),
            new Step(SUSPENSION, REVIEW, END, APPROVER, ENDED),
            new Step(SUSPENSION, REVIEW, END, SYSTEM, ENDED));

    private DeferralLife() {}

    /** In the table's order. */
    static List<DeferralAction> allowed(DeferralKind kind, DeferralState state, Set<DeferralParty> parties) {
        return STEPS.stream()
                .filter(step -> step.isFrom(kind, state) && parties.contains(step.party))
                .map(Step::action)
                .distinct()
                .toList();
    }

    /** @throws Refused {@code deferral-party} when it is somebody else's to do, else {@code deferral-state} */
    static DeferralState after(
            DeferralKind kind, @Nullable DeferralState state, DeferralAction action, DeferralParty party) {
        List<Step> known = STEPS.stream()
                .filter(step -> step.isFrom(kind, state) && step.action == action)
                .toList();
        if (known.isEmpty()) {
            throw Refused.of("deferral-state");
        }
        return known.stream()
                .filter(step -> step.party == party)
                .findFirst()
                .map(Step::to)
                .orElseThrow(() -> Refused.of("deferral-party"));
    }
}
