package org.mulin.ticket.internal.exclusion;

import static org.mulin.ticket.ExclusionAction.APPLY;
import static org.mulin.ticket.ExclusionAction.REFUSE;
import static org.mulin.ticket.ExclusionAction.REVOKE;
import static org.mulin.ticket.ExclusionAction.TAKE_BACK;
import static org.mulin.ticket.ExclusionAction.UPHOLD;
import static org.mulin.ticket.internal.exclusion.ExclusionParty.REVIEWER;
import static org.mulin.ticket.internal.exclusion.ExclusionParty.UNIT;
import static org.mulin.ticket.internal.exclusion.ExclusionState.OPEN;
import static org.mulin.ticket.internal.exclusion.ExclusionState.REFUSED;
import static org.mulin.ticket.internal.exclusion.ExclusionState.REVOKED;
import static org.mulin.ticket.internal.exclusion.ExclusionState.UPHELD;
import static org.mulin.ticket.internal.exclusion.ExclusionState.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.ticket.ExclusionAction;

/** 剔除流转: the one table of what may become of an application, and through whom. */
final class ExclusionLife {
    record Step(@Nullable ExclusionState from, ExclusionAction action, ExclusionParty party, ExclusionState to) {}

    static final List<Step> STEPS = List.of(
            new Step(null, APPLY, UNIT, OPEN),
            new Step(OPEN, TAKE_BACK, UNIT, WITHDRAWN),
            new Step(OPEN, UPHOLD, REVIEWER, UPHELD),
            new Step(OPEN, REFUSE, REVIEWER, REFUSED),
            new Step(UPHELD, REVOKE, REVIEWER, REVOKED));

    private ExclusionLife() {}

    /** In the table's order. */
    static List<ExclusionAction> allowed(ExclusionState state, Set<ExclusionParty> parties) {
        return STEPS.stream()
                .filter(step -> step.from == state && parties.contains(step.party))
                .map(Step::action)
                .toList();
    }

    /** Whose step it is in the table. */
    static ExclusionParty partyOf(ExclusionAction action) {
        return STEPS.stream()
                .filter(step -> step.action == action)
                .map(Step::party)
                .findFirst()
                .orElseThrow();
    }

    /** @throws Refused {@code exclusion-party} when it is somebody else's to do, else {@code exclusion-state} */
    static ExclusionState after(@Nullable ExclusionState state, ExclusionAction action, Set<ExclusionParty> parties) {
        Step known = STEPS.stream()
                .filter(step -> step.from == state && step.action == action)
                .findFirst()
                .orElseThrow(() -> Refused.of("exclusion-state"));
        if (!parties.contains(known.party)) {
            throw Refused.of("exclusion-party");
        }
        return known.to;
    }
}
