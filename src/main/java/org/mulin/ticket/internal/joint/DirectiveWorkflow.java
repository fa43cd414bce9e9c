package org.mulin.ticket.internal.joint;

import java.util.List;
import org.mulin.base.Refused;

/** The life of an order: one table. */
final class DirectiveWorkflow {
    /** One arrow: who of the two, the department or the street, may do what. */
    record Arrow(DirectiveStatus from, DirectiveStep step, DirectiveStatus to, Side side) {}

    /** On which side of the order somebody stands. */
    enum Side {
        /** 下达单位. */
        ISSUER,
        /** 受令部门. */
        DEPARTMENT,
        NONE
    }

    static final List<Arrow> ARROWS = List.of(
            new Arrow(DirectiveStatus.ISSUED, DirectiveStep.TAKE, DirectiveStatus.TAKEN, Side.DEPARTMENT),
            new Arrow(DirectiveStatus.TAKEN, DirectiveStep.FINISH, DirectiveStatus.DONE, Side.DEPARTMENT),
            new Arrow(DirectiveStatus.ISSUED, DirectiveStep.RECALL, DirectiveStatus.RECALLED, Side.ISSUER),
            new Arrow(DirectiveStatus.TAKEN, DirectiveStep.RECALL, DirectiveStatus.RECALLED, Side.ISSUER));

    private DirectiveWorkflow() {}

    static List<DirectiveStep> allowed(DirectiveStatus status, Side side) {
        return ARROWS.stream()
                .filter(row -> row.from() == status && row.side() == side)
                .map(Arrow::step)
                .toList();
    }

    /** @throws Refused when the table has no such step now, or not for this side */
    static DirectiveStatus apply(DirectiveStatus status, DirectiveStep step, Side side) {
        Arrow row = ARROWS.stream()
                .filter(each -> each.from() == status && each.step() == step)
                .findFirst()
                .orElseThrow(() -> Refused.of("joint-step", status.textCode(), step.textCode()));
        if (row.side() != side) {
            throw Refused.of("joint-role", step.textCode());
        }
        return row.to();
    }
}
