package org.mulin.ticket.internal;

import static org.mulin.ticket.TicketStatus.ACCEPTED;
import static org.mulin.ticket.TicketStatus.CLOSED;
import static org.mulin.ticket.TicketStatus.DECLINED;
import static org.mulin.ticket.TicketStatus.DISPATCHED;
import static org.mulin.ticket.TicketStatus.MERGED;
import static org.mulin.ticket.TicketStatus.RESOLVED;
import static org.mulin.ticket.TicketStatus.TRIAGE;
import static org.mulin.ticket.TicketStatus.WAITING;
import static org.mulin.ticket.TicketStatus.WITHDRAWN;
import static org.mulin.ticket.internal.ActionKind.ABSORB;
import static org.mulin.ticket.internal.ActionKind.ACCEPT;
import static org.mulin.ticket.internal.ActionKind.ANSWER;
import static org.mulin.ticket.internal.ActionKind.ASK;
import static org.mulin.ticket.internal.ActionKind.ASSIGN;
import static org.mulin.ticket.internal.ActionKind.CLASSIFY;
import static org.mulin.ticket.internal.ActionKind.CLOSE;
import static org.mulin.ticket.internal.ActionKind.CONCLUDE;
import static org.mulin.ticket.internal.ActionKind.CONTEST;
import static org.mulin.ticket.internal.ActionKind.DECLINE;
import static org.mulin.ticket.internal.ActionKind.DEFER;
import static org.mulin.ticket.internal.ActionKind.DENY;
import static org.mulin.ticket.internal.ActionKind.DISPATCH;
import static org.mulin.ticket.internal.ActionKind.ESCALATE;
import static org.mulin.ticket.internal.ActionKind.EXCLUDE;
import static org.mulin.ticket.internal.ActionKind.EXTEND;
import static org.mulin.ticket.internal.ActionKind.INFORM;
import static org.mulin.ticket.internal.ActionKind.JOIN;
import static org.mulin.ticket.internal.ActionKind.JOINT;
import static org.mulin.ticket.internal.ActionKind.JUDGE;
import static org.mulin.ticket.internal.ActionKind.MERGE;
import static org.mulin.ticket.internal.ActionKind.OVERSEE;
import static org.mulin.ticket.internal.ActionKind.OVERTURN;
import static org.mulin.ticket.internal.ActionKind.REFUSE;
import static org.mulin.ticket.internal.ActionKind.REGISTER;
import static org.mulin.ticket.internal.ActionKind.REOPEN;
import static org.mulin.ticket.internal.ActionKind.REPLY;
import static org.mulin.ticket.internal.ActionKind.RESOLVE;
import static org.mulin.ticket.internal.ActionKind.RESUME;
import static org.mulin.ticket.internal.ActionKind.RETURN;
import static org.mulin.ticket.internal.ActionKind.SETTLE;
import static org.mulin.ticket.internal.ActionKind.SUPERVISE;
import static org.mulin.ticket.internal.ActionKind.SUPPLEMENT;
import static org.mulin.ticket.internal.ActionKind.SUSPEND;
import static org.mulin.ticket.internal.ActionKind.SUSTAIN;
import static org.mulin.ticket.internal.ActionKind.TRANSFER;
import static org.mulin.ticket.internal.ActionKind.UPHOLD;
import static org.mulin.ticket.internal.ActionKind.WHISTLE;
import static org.mulin.ticket.internal.ActionKind.WITHDRAW;
import static org.mulin.ticket.internal.TicketRole.APPLICANT;
import static org.mulin.ticket.internal.TicketRole.ASSISTANT;
import static org.mulin.ticket.internal.TicketRole.AUTHOR;
import static org.mulin.ticket.internal.TicketRole.CLERK;
import static org.mulin.ticket.internal.TicketRole.CONVENER;
import static org.mulin.ticket.internal.TicketRole.DISPATCHER;
import static org.mulin.ticket.internal.TicketRole.HANDLER;
import static org.mulin.ticket.internal.TicketRole.MEMBER;
import static org.mulin.ticket.internal.TicketRole.REVIEWER;
import static org.mulin.ticket.internal.TicketRole.SETTLER;
import static org.mulin.ticket.internal.TicketRole.SUPERVISOR;
import static org.mulin.ticket.internal.TicketRole.SYSTEM;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;

/** The life of a ticket: one table, from which the allowed actions, the diagram in the docs and the tests are read. */
final class TicketWorkflow {
    static final List<Step> STEPS = List.of(
            new Step(null, REGISTER, TRIAGE, SYSTEM),
            new Step(TRIAGE, DISPATCH, DISPATCHED, SYSTEM),
            new Step(TRIAGE, INFORM, CLOSED, CLERK),
            new Step(TRIAGE, DECLINE, DECLINED, CLERK),
            new Step(TRIAGE, JOIN, TRIAGE, CLERK),
            new Step(TRIAGE, MERGE, MERGED, DISPATCHER),
            new Step(TRIAGE, ABSORB, TRIAGE, DISPATCHER),
            new Step(TRIAGE, CLASSIFY, DISPATCHED, DISPATCHER),
            new Step(TRIAGE, TRANSFER, DISPATCHED, DISPATCHER),
            new Step(TRIAGE, REPLY, TRIAGE, DISPATCHER),
            new Step(TRIAGE, DECLINE, DECLINED, DISPATCHER).behind(StepGate.UNREVIEWED),
            new Step(TRIAGE, UPHOLD, DISPATCHED, REVIEWER).behind(StepGate.RETURNED_BY_ANOTHER),
            new Step(TRIAGE, REFUSE, DISPATCHED, REVIEWER).behind(StepGate.RETURNED_BY_ANOTHER),
            new Step(TRIAGE, JOINT, TRIAGE, MEMBER),
            new Step(TRIAGE, CONCLUDE, TRIAGE, MEMBER),
            new Step(TRIAGE, SUPPLEMENT, TRIAGE, AUTHOR),
            new Step(TRIAGE, WITHDRAW, WITHDRAWN, AUTHOR).in(StepCase.ALL_WITHDRAWN),
            new Step(TRIAGE, WITHDRAW, TRIAGE, AUTHOR).in(StepCase.SOME_WITHDRAWN),
            new Step(DISPATCHED, JOIN, DISPATCHED, CLERK),
            new Step(DISPATCHED, MERGE, MERGED, DISPATCHER),
            new Step(DISPATCHED, MERGE, MERGED, CONVENER).behind(StepGate.OWN_WORK),
            new Step(DISPATCHED, ABSORB, DISPATCHED, DISPATCHER),
            new Step(DISPATCHED, ABSORB, DISPATCHED, CONVENER).behind(StepGate.OWN_WORK),
            new Step(DISPATCHED, ACCEPT, ACCEPTED, HANDLER),
            new Step(DISPATCHED, RETURN, TRIAGE, HANDLER).behind(StepGate.RETURNABLE),
            new Step(DISPATCHED, WHISTLE, DISPATCHED, CONVENER),
            new Step(DISPATCHED, JOINT, DISPATCHED, MEMBER),
            new Step(DISPATCHED, CONCLUDE, DISPATCHED, MEMBER),
            new Step(DISPATCHED, SETTLE, CLOSED, SETTLER),
            new Step(DISPATCHED, TRANSFER, DISPATCHED, DISPATCHER),
            new Step(DISPATCHED, DECLINE, DECLINED, DISPATCHER).behind(StepGate.UNREVIEWED),
            new Step(DISPATCHED, SUPPLEMENT, DISPATCHED, AUTHOR),
            new Step(DISPATCHED, WITHDRAW, WITHDRAWN, AUTHOR).in(StepCase.ALL_WITHDRAWN),
            new Step(DISPATCHED, WITHDRAW, DISPATCHED, AUTHOR).in(StepCase.SOME_WITHDRAWN),
            new Step(ACCEPTED, JOIN, ACCEPTED, CLERK),
            new Step(ACCEPTED, MERGE, MERGED, DISPATCHER),
            new Step(ACCEPTED, MERGE, MERGED, CONVENER).behind(StepGate.OWN_WORK),
            new Step(ACCEPTED, ABSORB, ACCEPTED, DISPATCHER),
            new Step(ACCEPTED, ABSORB, ACCEPTED, CONVENER).behind(StepGate.OWN_WORK),
            new Step(ACCEPTED, ASSIGN, ACCEPTED, HANDLER),
            new Step(ACCEPTED, REPLY, ACCEPTED, HANDLER),
            new Step(ACCEPTED, REPLY, ACCEPTED, ASSISTANT),
            new Step(ACCEPTED, ASK, WAITING, HANDLER),
            new Step(ACCEPTED, RESOLVE, RESOLVED, HANDLER).behind(StepGate.NOBODY_CALLED),
            new Step(ACCEPTED, RETURN, TRIAGE, HANDLER).behind(StepGate.RETURNABLE),
            new Step(ACCEPTED, WHISTLE, ACCEPTED, CONVENER),
            new Step(ACCEPTED, JOINT, ACCEPTED, MEMBER),
            new Step(ACCEPTED, CONCLUDE, ACCEPTED, MEMBER),
            new Step(ACCEPTED, TRANSFER, DISPATCHED, DISPATCHER),
            new Step(ACCEPTED, SUPPLEMENT, ACCEPTED, AUTHOR),
            new Step(ACCEPTED, WITHDRAW, WITHDRAWN, AUTHOR).in(StepCase.ALL_WITHDRAWN),
            new Step(ACCEPTED, WITHDRAW, ACCEPTED, AUTHOR).in(StepCase.SOME_WITHDRAWN),
            new Step(WAITING, JOIN, WAITING, CLERK),
            new Step(WAITING, MERGE, MERGED, DISPATCHER),
            new Step(WAITING, MERGE, MERGED, CONVENER).behind(StepGate.OWN_WORK),
            new Step(WAITING, ABSORB, WAITING, DISPATCHER),
            new Step(WAITING, ABSORB, WAITING, CONVENER).behind(StepGate.OWN_WORK),
            new Step(WAITING, ANSWER, ACCEPTED, AUTHOR),
            new Step(WAITING, REPLY, WAITING, HANDLER),
            new Step(WAITING, RESOLVE, RESOLVED, HANDLER).behind(StepGate.NOBODY_CALLED),
            new Step(WAITING, WHISTLE, WAITING, CONVENER),
            new Step(WAITING, JOINT, WAITING, MEMBER),
            new Step(WAITING, CONCLUDE, WAITING, MEMBER),
            new Step(WAITING, TRANSFER, DISPATCHED, DISPATCHER),
            new Step(WAITING, WITHDRAW, WITHDRAWN, AUTHOR).in(StepCase.ALL_WITHDRAWN),
            new Step(WAITING, WITHDRAW, WAITING, AUTHOR).in(StepCase.SOME_WITHDRAWN),
            new Step(RESOLVED, JUDGE, CLOSED, AUTHOR).behind(StepGate.UNJUDGED).in(StepCase.ALL_SOLVED),
            new Step(RESOLVED, JUDGE, RESOLVED, AUTHOR)
                    .behind(StepGate.UNJUDGED)
                    .in(StepCase.SOME_SOLVED),
            new Step(RESOLVED, JUDGE, DISPATCHED, AUTHOR)
                    .behind(StepGate.UNJUDGED)
                    .in(StepCase.UNSOLVED),
            new Step(RESOLVED, REOPEN, DISPATCHED, AUTHOR),
            new Step(RESOLVED, REOPEN, DISPATCHED, SUPERVISOR),
            new Step(RESOLVED, CLOSE, CLOSED, DISPATCHER),
            new Step(RESOLVED, JOINT, RESOLVED, MEMBER),
            new Step(CLOSED, JUDGE, CLOSED, AUTHOR).behind(StepGate.UNJUDGED).in(StepCase.SOLVED_OR_LATE),
            new Step(CLOSED, JUDGE, DISPATCHED, AUTHOR)
                    .behind(StepGate.UNJUDGED)
                    .in(StepCase.UNSOLVED_IN_TIME),
            new Step(CLOSED, REOPEN, DISPATCHED, AUTHOR).behind(StepGate.REOPENABLE),
            new Step(CLOSED, REOPEN, DISPATCHED, SUPERVISOR).behind(StepGate.REOPENABLE),
            new Step(ACCEPTED, DEFER, ACCEPTED, HANDLER),
            new Step(ACCEPTED, SUSPEND, ACCEPTED, SUPERVISOR),
            new Step(ACCEPTED, EXTEND, ACCEPTED, SUPERVISOR),
            new Step(ACCEPTED, DENY, ACCEPTED, SUPERVISOR),
            new Step(ACCEPTED, RESUME, ACCEPTED, HANDLER),
            new Step(ACCEPTED, RESUME, ACCEPTED, SUPERVISOR),
            new Step(ACCEPTED, RESUME, ACCEPTED, SYSTEM),
            new Step(WAITING, DEFER, WAITING, HANDLER),
            new Step(WAITING, SUSPEND, WAITING, SUPERVISOR),
            new Step(WAITING, EXTEND, WAITING, SUPERVISOR),
            new Step(WAITING, DENY, WAITING, SUPERVISOR),
            new Step(WAITING, RESUME, WAITING, HANDLER),
            new Step(WAITING, RESUME, WAITING, SUPERVISOR),
            new Step(WAITING, RESUME, WAITING, SYSTEM),
            new Step(DISPATCHED, ESCALATE, DISPATCHED, SYSTEM),
            new Step(DISPATCHED, OVERSEE, DISPATCHED, SYSTEM),
            new Step(DISPATCHED, SUPERVISE, DISPATCHED, SUPERVISOR),
            new Step(ACCEPTED, ESCALATE, ACCEPTED, SYSTEM),
            new Step(ACCEPTED, OVERSEE, ACCEPTED, SYSTEM),
            new Step(ACCEPTED, SUPERVISE, ACCEPTED, SUPERVISOR),
            new Step(WAITING, ESCALATE, WAITING, SYSTEM),
            new Step(WAITING, OVERSEE, WAITING, SYSTEM),
            new Step(WAITING, SUPERVISE, WAITING, SUPERVISOR),
            new Step(DECLINED, CONTEST, DECLINED, AUTHOR).behind(StepGate.CONTESTABLE),
            new Step(DECLINED, CONTEST, DECLINED, DISPATCHER).behind(StepGate.CONTESTABLE),
            new Step(DECLINED, OVERTURN, DISPATCHED, REVIEWER).behind(StepGate.REVIEWING),
            new Step(DECLINED, SUSTAIN, DECLINED, REVIEWER).behind(StepGate.REVIEWING),
            new Step(CLOSED, JOINT, CLOSED, MEMBER),
            new Step(DECLINED, JOINT, DECLINED, MEMBER),
            new Step(WITHDRAWN, JOINT, WITHDRAWN, MEMBER),
            new Step(MERGED, JOINT, MERGED, MEMBER),
            new Step(TRIAGE, EXCLUDE, TRIAGE, APPLICANT),
            new Step(TRIAGE, EXCLUDE, TRIAGE, SUPERVISOR),
            new Step(DISPATCHED, EXCLUDE, DISPATCHED, APPLICANT),
            new Step(DISPATCHED, EXCLUDE, DISPATCHED, SUPERVISOR),
            new Step(ACCEPTED, EXCLUDE, ACCEPTED, APPLICANT),
            new Step(ACCEPTED, EXCLUDE, ACCEPTED, SUPERVISOR),
            new Step(WAITING, EXCLUDE, WAITING, APPLICANT),
            new Step(WAITING, EXCLUDE, WAITING, SUPERVISOR),
            new Step(RESOLVED, EXCLUDE, RESOLVED, APPLICANT),
            new Step(RESOLVED, EXCLUDE, RESOLVED, SUPERVISOR),
            new Step(CLOSED, EXCLUDE, CLOSED, APPLICANT),
            new Step(CLOSED, EXCLUDE, CLOSED, SUPERVISOR),
            new Step(DECLINED, EXCLUDE, DECLINED, APPLICANT),
            new Step(DECLINED, EXCLUDE, DECLINED, SUPERVISOR),
            new Step(WITHDRAWN, EXCLUDE, WITHDRAWN, APPLICANT),
            new Step(WITHDRAWN, EXCLUDE, WITHDRAWN, SUPERVISOR));

    private TicketWorkflow() {}

    /** What a step makes of a ticket, and what the history tells about it. */
    record Applied(Ticket ticket, HistoryEntry entry) {}

    /** A new ticket as its registration leaves it. */
    static Applied register(Ticket blank, By by, Instant now) {
        return take(
                stepFrom(null, blank, new TicketAction.Register(), by, now),
                blank,
                new TicketAction.Register(),
                by,
                now);
    }

    /** @throws Refused when the table has no such step now, not for this actor, or its gate is shut */
    static Applied apply(Ticket ticket, TicketAction action, By by, Instant now) {
        return take(stepFrom(ticket.status(), ticket, action, by, now), ticket, action, by, now);
    }

    /** The actions this actor may take now, in the table's order. */
    static List<ActionKind> allowed(Ticket ticket, By by, Instant now) {
        return open(ticket, by, now).stream().map(Step::action).distinct().toList();
    }

    /** The rows of the table that are open to this actor now. */
    static List<Step> open(Ticket ticket, By by, Instant now) {
        return STEPS.stream()
                .filter(step -> step.from() == ticket.status()
                        && by.roles().contains(step.role())
                        && step.gate().isOpen(ticket, by, now))
                .toList();
    }

    private static Step stepFrom(@Nullable TicketStatus from, Ticket ticket, TicketAction action, By by, Instant now) {
        List<Step> known = STEPS.stream()
                .filter(step -> step.from() == from && step.action() == action.kind())
                .toList();
        if (known.isEmpty()) {
            throw Refused.of(
                    "ticket-step", ticket.status().textCode(), action.kind().textCode());
        }
        List<Step> mine =
                known.stream().filter(step -> by.roles().contains(step.role())).toList();
        if (mine.isEmpty()) {
            throw Refused.of("ticket-role", action.kind().textCode());
        }
        List<Step> open = mine.stream()
                .filter(step -> step.gate().isOpen(ticket, by, now))
                .toList();
        if (open.isEmpty()) {
            throw Refused.of(mine.getFirst().gate().refusal());
        }
        return open.stream()
                .filter(step -> step.inCase().holds(ticket, action, by, now))
                .findFirst()
                .orElseThrow();
    }

    private static Applied take(Step step, Ticket ticket, TicketAction action, By by, Instant now) {
        Ticket next = ticket.after(action, step.to(), by, now);
        HistoryEntry entry = new HistoryEntry(
                Ids.next(),
                next.version(),
                now,
                by,
                step.role(),
                action.kind(),
                step.from(),
                step.to(),
                step.role() == TicketRole.AUTHOR ? by.appealId() : null,
                action.words(),
                action.photoIds(),
                action.facts());
        return new Applied(next, entry);
    }
}
