package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketStatus;

/** Which events a step makes. */
final class TicketEvents {
    private TicketEvents() {}

    static List<TicketEvent> of(Ticket before, TicketAction action, TicketWorkflow.Applied applied) {
        Ticket after = applied.ticket();
        HistoryEntry entry = applied.entry();
        List<TicketEvent> events = new ArrayList<>();
        events.add(event(before, action, after, entry));
        if (action instanceof TicketAction.Judge && after.round() > before.round()) {
            events.add(reopened(after, entry.at()));
        }
        if (action instanceof TicketAction.Judge
                && after.status() == TicketStatus.CLOSED
                && before.status() != TicketStatus.CLOSED) {
            events.add(new TicketEvent.Closed(after.id(), entry.at()));
        }
        if (action instanceof TicketAction.Settle) {
            events.add(new TicketEvent.Closed(after.id(), entry.at()));
        }
        return events;
    }

    private static TicketEvent event(Ticket before, TicketAction action, Ticket after, HistoryEntry entry) {
        UUID id = after.id();
        Instant at = entry.at();
        return switch (action) {
            case TicketAction.Register ignored -> registered(id, after.appeals().getFirst(), at);
            case TicketAction.Dispatch dispatch -> dispatched(id, dispatch.mandate(), true, at);
            case TicketAction.Classify classify -> dispatched(id, classify.mandate(), false, at);
            case TicketAction.Join join ->
                new TicketEvent.Joined(id, join.appeal().id(), join.appeal().authorId(), at);
            case MergeAction merge -> merged(id, merge, at);
            case TicketAction.Transfer transfer -> dispatched(id, transfer.mandate(), false, at);
            case TicketAction.Accept ignored -> new TicketEvent.Accepted(id, lead(before), at);
            case TicketAction.Assign assign -> new TicketEvent.Assigned(id, lead(before), assign.postId(), at);
            case TicketAction.Reply ignored ->
                new TicketEvent.Replied(id, entry.by().actor().unitId(), at);
            case TicketAction.Ask ignored -> new TicketEvent.Asked(id, lead(before), at);
            case TicketAction.Answer ignored -> new TicketEvent.Answered(id, own(entry), at);
            case TicketAction.Supplement ignored -> new TicketEvent.Supplemented(id, own(entry), at);
            case TicketAction.Return back ->
                new TicketEvent.Returned(
                        id,
                        lead(before),
                        back.ground().reasonCode(),
                        back.ground().dutyEntry(),
                        at);
            case JointAction joint -> joint(id, joint, after, at);
            case TicketAction.Resolve _, TicketAction.Settle _ -> new TicketEvent.Resolved(id, lead(before), at);
            case TicketAction.Decline decline -> new TicketEvent.Declined(id, decline.reasonCode(), at);
            case ReviewAction review -> reviewed(id, review, at);
            case TicketAction.Inform _, TicketAction.Close _ -> new TicketEvent.Closed(id, at);
            case TicketAction.Judge judge ->
                new TicketEvent.Judged(id, own(entry), judge.contacted(), judge.solved(), judge.satisfaction(), at);
            case TicketAction.Clocked clocked -> clockChanged(after, clocked, at);
            case ExcludeAction exclude -> new TicketEvent.ExclusionChanged(id, exclude.step(), exclude.unitId(), at);
            case TicketAction.Reopen ignored -> reopened(after, at);
            case TicketAction.Withdraw ignored ->
                new TicketEvent.Withdrawn(id, own(entry), after.status() == TicketStatus.WITHDRAWN, at);
        };
    }

    private static TicketEvent joint(UUID id, JointAction action, Ticket after, Instant at) {
        return switch (action) {
            case JointAction.Uphold uphold -> dispatched(id, uphold.mandate(), false, at);
            case JointAction.Refuse ignored -> new TicketEvent.SentBack(id, lead(after), at);
            case JointAction.Whistle call -> new TicketEvent.Whistled(id, call.unitIds(), call.confirmBy(), at);
            case JointAction.Joint step ->
                new TicketEvent.JointStep(id, step.whistleId(), step.unitId(), step.step(), step.confirmBy(), at);
            case JointAction.Conclude end ->
                new TicketEvent.Concluded(id, end.whistleId(), end.step().equals("AGREE"), at);
        };
    }

    private static TicketEvent registered(UUID id, Appeal appeal, Instant at) {
        return new TicketEvent.Registered(id, appeal.id(), appeal.authorId(), at);
    }

    private static TicketEvent merged(UUID id, MergeAction action, Instant at) {
        return switch (action) {
            case MergeAction.Merge merge -> new TicketEvent.Merged(id, merge.into(), merge.intoNumber(), at);
            case MergeAction.Absorb absorb -> {
                List<UUID> appeals = absorb.appeals().stream().map(Appeal::id).toList();
                yield new TicketEvent.Absorbed(id, absorb.from(), absorb.fromNumber(), appeals, at);
            }
        };
    }

    private static TicketEvent reviewed(UUID id, ReviewAction action, Instant at) {
        return switch (action) {
            case ReviewAction.Contest contest ->
                new TicketEvent.Contested(id, contest.unitId(), contest.decideBy(), at);
            case ReviewAction.Overturn overturn -> dispatched(id, overturn.mandate(), false, at);
            case ReviewAction.Sustain ignored -> new TicketEvent.Sustained(id, at);
        };
    }

    private static TicketEvent dispatched(UUID id, Mandate mandate, boolean automatic, Instant at) {
        return new TicketEvent.Dispatched(id, mandate.leadUnitId(), mandate.dueAt(), automatic, at);
    }

    private static TicketEvent reopened(Ticket after, Instant at) {
        return new TicketEvent.Reopened(
                after.id(),
                lead(after),
                after.round(),
                known(after.lead().orElseThrow().dueAt()),
                at);
    }

    /** Told to the unit that the facts name, else to the one that has the lead. */
    private static TicketEvent clockChanged(Ticket after, TicketAction.Clocked clocked, Instant at) {
        String told = clocked.facts().get("told");
        return new TicketEvent.ClockChanged(
                after.id(),
                ClockChange.valueOf(clocked.kind().name()),
                told == null ? lead(after) : UUID.fromString(told),
                known(after.dueAt()),
                at);
    }

    private static UUID lead(Ticket ticket) {
        return ticket.lead().orElseThrow().unitId();
    }

    private static UUID own(HistoryEntry entry) {
        return known(entry.appealId());
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
