package org.mulin.admission.internal;

import static org.mulin.admission.internal.CommunityTaskActionKind.RECEIVE;
import static org.mulin.admission.internal.CommunityTaskActionKind.REPORT;
import static org.mulin.admission.internal.CommunityTaskActionKind.RETURN;
import static org.mulin.admission.internal.CommunityTaskActionKind.SEND;
import static org.mulin.admission.internal.CommunityTaskActionKind.WITHDRAW;
import static org.mulin.admission.internal.CommunityTaskStatus.DONE;
import static org.mulin.admission.internal.CommunityTaskStatus.RECEIVED;
import static org.mulin.admission.internal.CommunityTaskStatus.RETURNED;
import static org.mulin.admission.internal.CommunityTaskStatus.SENT;
import static org.mulin.admission.internal.CommunityTaskStatus.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;

/** The life of a community's task: one table, from which allowed actions, the docs and the tests are read. */
final class CommunityTaskWorkflow {
    static final List<Step> STEPS = List.of(
            new Step(null, SEND, SENT, CommunityTaskRole.SENDER),
            new Step(SENT, RECEIVE, RECEIVED, CommunityTaskRole.COMMUNITY),
            new Step(SENT, RETURN, RETURNED, CommunityTaskRole.COMMUNITY),
            new Step(SENT, WITHDRAW, WITHDRAWN, CommunityTaskRole.SENDER),
            new Step(RECEIVED, REPORT, DONE, CommunityTaskRole.COMMUNITY),
            new Step(RECEIVED, RETURN, RETURNED, CommunityTaskRole.COMMUNITY),
            new Step(RECEIVED, WITHDRAW, WITHDRAWN, CommunityTaskRole.SENDER));

    private CommunityTaskWorkflow() {}

    /** One row of the table; {@code from} null: there is no task yet. */
    record Step(
            @Nullable CommunityTaskStatus from,
            CommunityTaskActionKind action,
            CommunityTaskStatus to,
            CommunityTaskRole role) {}

    /** @throws Refused when the table has no such step now, or not for these roles */
    static Step next(CommunityTask task, CommunityTaskActionKind action, Set<CommunityTaskRole> roles) {
        Step step = STEPS.stream()
                .filter(each -> each.from() == task.status() && each.action() == action)
                .findFirst()
                .orElseThrow(
                        () -> Refused.of("communitytask-step", task.status().textCode(), action.textCode()));
        if (!roles.contains(step.role())) {
            throw Refused.of("communitytask-role", action.textCode());
        }
        return step;
    }

    /** What someone in these roles may do now, in the table's order. */
    static List<CommunityTaskActionKind> allowed(CommunityTaskStatus status, Set<CommunityTaskRole> roles) {
        return STEPS.stream()
                .filter(step -> step.from() == status && roles.contains(step.role()))
                .map(Step::action)
                .toList();
    }
}
