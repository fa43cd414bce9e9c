package org.mulin.admission.internal;

import static org.mulin.admission.internal.AdmissionActionKind.ACCEPT;
import static org.mulin.admission.internal.AdmissionActionKind.CLOSE;
import static org.mulin.admission.internal.AdmissionActionKind.ENDORSE;
import static org.mulin.admission.internal.AdmissionActionKind.EXPIRE;
import static org.mulin.admission.internal.AdmissionActionKind.LIST;
import static org.mulin.admission.internal.AdmissionActionKind.REJECT;
import static org.mulin.admission.internal.AdmissionActionKind.RESUBMIT;
import static org.mulin.admission.internal.AdmissionActionKind.SUBMIT;
import static org.mulin.admission.internal.AdmissionActionKind.VOTE;
import static org.mulin.admission.internal.AdmissionActionKind.WITHDRAW;
import static org.mulin.admission.internal.AdmissionCase.OTHERS_LEFT;
import static org.mulin.admission.internal.AdmissionCase.THROUGH_STREET;
import static org.mulin.admission.internal.AdmissionCase.UNLISTED;
import static org.mulin.admission.internal.AdmissionCase.VETO;
import static org.mulin.admission.internal.AdmissionCase.WIDE;
import static org.mulin.admission.internal.AdmissionStatus.ACCEPTED;
import static org.mulin.admission.internal.AdmissionStatus.COUNTY;
import static org.mulin.admission.internal.AdmissionStatus.EXPIRED;
import static org.mulin.admission.internal.AdmissionStatus.REJECTED;
import static org.mulin.admission.internal.AdmissionStatus.STREET;
import static org.mulin.admission.internal.AdmissionStatus.VETOED;
import static org.mulin.admission.internal.AdmissionStatus.VOTING;
import static org.mulin.admission.internal.AdmissionStatus.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.AdmissionCase.Voting;
import org.mulin.base.Refused;

/** The life of a request: one table, from which allowed actions, the diagram in the docs and the tests are read. */
final class AdmissionWorkflow {
    static final List<AdmissionStep> STEPS = List.of(
            new AdmissionStep(null, SUBMIT, VOTING, AdmissionRole.APPLICANT),
            new AdmissionStep(VOTING, VOTE, VOTING, AdmissionRole.COMMUNITY, OTHERS_LEFT),
            new AdmissionStep(VOTING, VOTE, VETOED, AdmissionRole.COMMUNITY, VETO),
            new AdmissionStep(VOTING, VOTE, STREET, AdmissionRole.COMMUNITY, THROUGH_STREET),
            new AdmissionStep(VOTING, VOTE, COUNTY, AdmissionRole.COMMUNITY, WIDE),
            new AdmissionStep(VOTING, CLOSE, VETOED, AdmissionRole.SYSTEM, VETO),
            new AdmissionStep(VOTING, CLOSE, STREET, AdmissionRole.SYSTEM, THROUGH_STREET),
            new AdmissionStep(VOTING, CLOSE, COUNTY, AdmissionRole.SYSTEM, WIDE),
            new AdmissionStep(VOTING, WITHDRAW, WITHDRAWN, AdmissionRole.APPLICANT),
            new AdmissionStep(VETOED, RESUBMIT, VOTING, AdmissionRole.APPLICANT),
            new AdmissionStep(VETOED, WITHDRAW, WITHDRAWN, AdmissionRole.APPLICANT),
            new AdmissionStep(STREET, ENDORSE, COUNTY, AdmissionRole.STREET),
            new AdmissionStep(STREET, REJECT, REJECTED, AdmissionRole.STREET),
            new AdmissionStep(STREET, WITHDRAW, WITHDRAWN, AdmissionRole.APPLICANT),
            new AdmissionStep(COUNTY, ACCEPT, ACCEPTED, AdmissionRole.COUNTY),
            new AdmissionStep(COUNTY, REJECT, REJECTED, AdmissionRole.COUNTY),
            new AdmissionStep(COUNTY, WITHDRAW, WITHDRAWN, AdmissionRole.APPLICANT),
            new AdmissionStep(REJECTED, RESUBMIT, VOTING, AdmissionRole.APPLICANT),
            new AdmissionStep(ACCEPTED, LIST, ACCEPTED, AdmissionRole.COUNTY, UNLISTED),
            new AdmissionStep(ACCEPTED, EXPIRE, EXPIRED, AdmissionRole.SYSTEM));

    private AdmissionWorkflow() {}

    /**
     * 申请记录: one step of a request's life.
     *
     * @param number 1, 2, 3 … within the request; its version after the step
     */
    record Entry(
            long number,
            AdmissionActionKind action,
            AdmissionRole role,
            @Nullable AdmissionStatus from,
            AdmissionStatus to,
            String words) {}

    record Applied(AdmissionRequest request, Entry entry) {}

    /** A new request; communities are asked at once. */
    static Applied submit(AdmissionRequest blank) {
        AdmissionRequest request = blank.after(new AdmissionAction.Plain(SUBMIT, ""), VOTING);
        return new Applied(request, new Entry(request.version(), SUBMIT, AdmissionRole.APPLICANT, null, VOTING, ""));
    }

    /** @throws Refused when the table has no such step now, or not for these roles, or it is not lighter than before */
    static Applied apply(AdmissionRequest request, AdmissionAction action, Set<AdmissionRole> roles, int vetoPercent) {
        List<AdmissionStep> known = STEPS.stream()
                .filter(step -> step.from() == request.status() && step.action() == action.kind())
                .toList();
        if (known.isEmpty()) {
            throw Refused.of(
                    "admission-step", request.status().textCode(), action.kind().textCode());
        }
        if (known.stream().noneMatch(step -> roles.contains(step.role()))) {
            throw Refused.of("admission-role", action.kind().textCode());
        }
        if (action instanceof AdmissionAction.Resubmit again && !again.terms().isLighterThan(request.terms())) {
            throw Refused.of(
                            "admission-not-lighter",
                            request.terms().hoursInAYear().stripTrailingZeros().toPlainString())
                    .at("terms.hours");
        }
        var voting = new Voting(vetoPercent, action.kind() == CLOSE);
        AdmissionRequest seen = request.after(action, request.status());
        AdmissionStep step = known.stream()
                .filter(each -> roles.contains(each.role()) && each.inCase().holds(seen, voting))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        "admission-step",
                        request.status().textCode(),
                        action.kind().textCode()));
        AdmissionRequest next = request.after(action, step.to());
        return new Applied(
                next, new Entry(next.version(), action.kind(), step.role(), step.from(), step.to(), action.words()));
    }

    /** What someone in these roles may do now, in the table's order. */
    static List<AdmissionActionKind> allowed(AdmissionRequest request, Set<AdmissionRole> roles) {
        return STEPS.stream()
                .filter(step -> step.from() == request.status() && roles.contains(step.role()))
                .filter(step -> step.inCase() != UNLISTED || !request.listed())
                .map(AdmissionStep::action)
                .distinct()
                .toList();
    }
}
