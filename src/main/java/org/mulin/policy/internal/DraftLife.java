package org.mulin.policy.internal;

import static org.mulin.policy.internal.DraftAction.DISCARD;
import static org.mulin.policy.internal.DraftAction.PROPOSE;
import static org.mulin.policy.internal.DraftAction.PUBLISH;
import static org.mulin.policy.internal.DraftAction.REJECT;
import static org.mulin.policy.internal.DraftState.DISCARDED;
import static org.mulin.policy.internal.DraftState.OPEN;
import static org.mulin.policy.internal.DraftState.PROPOSED;
import static org.mulin.policy.internal.DraftState.PUBLISHED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mulin.base.Refused;

/** 草稿流转: the one table of what may become of a draft, and through whom. */
final class DraftLife {
    /** In what position somebody stands to a draft. */
    enum Part {
        /** 清单管理员: prepares, and needs a second person to publish. */
        KEEPER,
        /** 可独自发布: has the whole city in reach, and the city asks for no second person. */
        ALONE,
        /** 复核人: has the whole city in reach and neither uploaded it nor asked for it. */
        SECOND,
        /** 提请人: asked for it, or uploaded what is asked for. */
        PROPOSER
    }

    record Step(DraftState from, DraftAction action, Part part, DraftState to) {}

    static final List<Step> STEPS = List.of(
            new Step(OPEN, PUBLISH, Part.ALONE, PUBLISHED),
            new Step(OPEN, PROPOSE, Part.KEEPER, PROPOSED),
            new Step(OPEN, DISCARD, Part.KEEPER, DISCARDED),
            new Step(OPEN, DISCARD, Part.ALONE, DISCARDED),
            new Step(PROPOSED, PUBLISH, Part.SECOND, PUBLISHED),
            new Step(PROPOSED, REJECT, Part.SECOND, OPEN),
            new Step(PROPOSED, REJECT, Part.PROPOSER, OPEN));

    private DraftLife() {}

    static Set<DraftAction> allowed(DraftState state, Set<Part> parts) {
        Set<DraftAction> actions = EnumSet.noneOf(DraftAction.class);
        STEPS.stream()
                .filter(step -> step.from == state && parts.contains(step.part))
                .forEach(step -> actions.add(step.action));
        return actions;
    }

    /** @throws Refused {@code policy-second-person} when somebody else has to do it, else {@code policy-draft-state} */
    static DraftState after(DraftState state, DraftAction action, Set<Part> parts) {
        Optional<Step> step = STEPS.stream()
                .filter(each -> each.from == state && each.action == action && parts.contains(each.part))
                .findFirst();
        if (step.isEmpty() && STEPS.stream().anyMatch(each -> each.from == state && each.action == action)) {
            throw Refused.of("policy-second-person");
        }
        return step.map(Step::to).orElseThrow(() -> Refused.of("policy-draft-state"));
    }
}
