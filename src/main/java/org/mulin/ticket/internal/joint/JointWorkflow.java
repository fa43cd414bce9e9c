package org.mulin.ticket.internal.joint;

import static org.mulin.ticket.internal.joint.CallStatus.ARRIVED;
import static org.mulin.ticket.internal.joint.CallStatus.CALLED;
import static org.mulin.ticket.internal.joint.CallStatus.CONFIRMED;
import static org.mulin.ticket.internal.joint.CallStatus.EXCUSED;
import static org.mulin.ticket.internal.joint.CallStatus.OBJECTED;
import static org.mulin.ticket.internal.joint.CallStatus.PROMISED;
import static org.mulin.ticket.internal.joint.CallStatus.RELEASED;
import static org.mulin.ticket.internal.joint.CallStatus.SENT;
import static org.mulin.ticket.internal.joint.CallStatus.SIGNED;
import static org.mulin.ticket.internal.joint.JointRole.CONVENER;
import static org.mulin.ticket.internal.joint.JointRole.DEPARTMENT;
import static org.mulin.ticket.internal.joint.JointRole.REVIEWER;
import static org.mulin.ticket.internal.joint.JointRole.SYSTEM;
import static org.mulin.ticket.internal.joint.JointStep.ADMIT;
import static org.mulin.ticket.internal.joint.JointStep.CALL;
import static org.mulin.ticket.internal.joint.JointStep.CHECK_IN;
import static org.mulin.ticket.internal.joint.JointStep.CONFIRM;
import static org.mulin.ticket.internal.joint.JointStep.FULFIL;
import static org.mulin.ticket.internal.joint.JointStep.OBJECT;
import static org.mulin.ticket.internal.joint.JointStep.PROMISE;
import static org.mulin.ticket.internal.joint.JointStep.REFUSE;
import static org.mulin.ticket.internal.joint.JointStep.RELEASE;
import static org.mulin.ticket.internal.joint.JointStep.SCORE;
import static org.mulin.ticket.internal.joint.JointStep.SEND;
import static org.mulin.ticket.internal.joint.JointStep.SIGN;
import static org.mulin.ticket.internal.joint.JointStep.UPHOLD;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Refused;

/** The life of a whistle and of each call in it: two tables, from which buttons, diagrams and tests are read. */
final class JointWorkflow {
    static final List<CallStep> CALLS = List.of(
            new CallStep(null, CALL, CALLED, CONVENER),
            new CallStep(CALLED, CONFIRM, CONFIRMED, DEPARTMENT),
            new CallStep(CALLED, OBJECT, OBJECTED, DEPARTMENT).behind(JointGate.MAY_OBJECT),
            new CallStep(OBJECTED, UPHOLD, EXCUSED, REVIEWER),
            new CallStep(OBJECTED, REFUSE, CALLED, REVIEWER),
            new CallStep(CONFIRMED, SEND, SENT, DEPARTMENT),
            new CallStep(SENT, SEND, SENT, DEPARTMENT),
            new CallStep(SENT, CHECK_IN, ARRIVED, DEPARTMENT),
            new CallStep(ARRIVED, CHECK_IN, ARRIVED, DEPARTMENT).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(PROMISED, CHECK_IN, PROMISED, DEPARTMENT).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(ARRIVED, PROMISE, PROMISED, DEPARTMENT),
            new CallStep(PROMISED, PROMISE, PROMISED, DEPARTMENT),
            new CallStep(PROMISED, SIGN, SIGNED, DEPARTMENT).behind(JointGate.DRAFTED),
            new CallStep(CALLED, RELEASE, RELEASED, SYSTEM),
            new CallStep(OBJECTED, RELEASE, RELEASED, SYSTEM),
            new CallStep(CONFIRMED, RELEASE, RELEASED, SYSTEM),
            new CallStep(SENT, RELEASE, RELEASED, SYSTEM),
            new CallStep(ARRIVED, RELEASE, RELEASED, SYSTEM),
            new CallStep(PROMISED, RELEASE, RELEASED, SYSTEM),
            new CallStep(ARRIVED, ADMIT, ARRIVED, CONVENER).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(PROMISED, ADMIT, PROMISED, CONVENER).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(SIGNED, ADMIT, SIGNED, CONVENER).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(RELEASED, ADMIT, RELEASED, CONVENER).behind(JointGate.CHECKED_IN_ELSEWHERE),
            new CallStep(SIGNED, FULFIL, SIGNED, DEPARTMENT).behind(JointGate.UNFULFILLED),
            new CallStep(RELEASED, FULFIL, RELEASED, DEPARTMENT).behind(JointGate.STANDING_PROMISE),
            new CallStep(SIGNED, SCORE, SIGNED, CONVENER).behind(JointGate.UNSCORED),
            new CallStep(RELEASED, SCORE, RELEASED, CONVENER).behind(JointGate.UNSCORED));

    static final List<WhistleStep> WHISTLES = List.of(
            new WhistleStep(WhistleStatus.OPEN, JointStep.DRAFT, WhistleStatus.OPEN, CONVENER)
                    .behind(JointGate.UNSIGNED),
            new WhistleStep(WhistleStatus.OPEN, JointStep.AGREE, WhistleStatus.AGREED, SYSTEM),
            new WhistleStep(WhistleStatus.OPEN, JointStep.CLOSE, WhistleStatus.CLOSED, CONVENER),
            new WhistleStep(WhistleStatus.OPEN, JointStep.LAPSE, WhistleStatus.LAPSED, SYSTEM),
            new WhistleStep(WhistleStatus.OPEN, JointStep.LEAVE, WhistleStatus.OPEN, SYSTEM),
            new WhistleStep(WhistleStatus.AGREED, JointStep.REVIEW, WhistleStatus.AGREED, REVIEWER)
                    .behind(JointGate.UNREVIEWED),
            new WhistleStep(WhistleStatus.CLOSED, JointStep.REVIEW, WhistleStatus.CLOSED, REVIEWER)
                    .behind(JointGate.UNREVIEWED));

    private JointWorkflow() {}

    /** @throws Refused when the table has no such step now, not for these roles, or its gate is shut */
    static Whistle apply(Whistle whistle, UUID callId, CallAct act, Set<JointRole> roles, Instant now) {
        Call call = whistle.call(callId);
        CallStep row = CALLS.stream()
                .filter(each -> each.from() == call.status() && each.step() == act.step())
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        "joint-step", call.status().textCode(), act.step().textCode()));
        require(roles, row.role(), row.step());
        if (!row.gate().isOpen(whistle, call)) {
            throw Refused.of(row.gate().refusal());
        }
        Whistle after = whistle.with(call.after(act, row.to(), now));
        return after.isAgreed() && whistle.status() == WhistleStatus.OPEN
                ? apply(after, new WhistleAct.Agree(), Set.of(SYSTEM), now)
                : after;
    }

    /** @throws Refused as with a call */
    static Whistle apply(Whistle whistle, WhistleAct act, Set<JointRole> roles, Instant now) {
        WhistleStep row = WHISTLES.stream()
                .filter(each -> each.from() == whistle.status() && each.step() == act.step())
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        "joint-step", whistle.status().textCode(), act.step().textCode()));
        require(roles, row.role(), row.step());
        if (!row.gate().isOpen(whistle, null)) {
            throw Refused.of(row.gate().refusal());
        }
        return whistle.after(act, row.to(), now);
    }

    private static void require(Set<JointRole> roles, JointRole needed, JointStep step) {
        if (!roles.contains(needed)) {
            throw Refused.of("joint-role", step.textCode());
        }
    }

    /** What these roles may do about the call now, in the table's order. */
    static List<JointStep> allowed(Whistle whistle, Call call, Set<JointRole> roles) {
        return CALLS.stream()
                .filter(row -> row.from() == call.status()
                        && roles.contains(row.role())
                        && row.gate().isOpen(whistle, call))
                .map(CallStep::step)
                .distinct()
                .toList();
    }

    /** What these roles may do about the whole now, in the table's order. */
    static List<JointStep> allowed(Whistle whistle, Set<JointRole> roles) {
        return WHISTLES.stream()
                .filter(row -> row.from() == whistle.status()
                        && roles.contains(row.role())
                        && row.gate().isOpen(whistle, null))
                .map(WhistleStep::step)
                .distinct()
                .toList();
    }
}
