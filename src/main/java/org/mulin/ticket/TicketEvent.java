package org.mulin.ticket;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 工单事件: what happened to a ticket, as ids and facts; told in {@link TicketChanges} by the
 * transaction that made it happen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface TicketEvent {
    UUID ticketId();

    Instant at();

    /** @param authorId null when the channel knows no account */
    record Registered(
            UUID ticketId, UUID appealId, @Nullable UUID authorId, Instant at) implements TicketEvent {}

    /**
     * One more author's appeal about the same thing.
     *
     * @param authorId null when the channel knows no account
     */
    record Joined(UUID ticketId, UUID appealId, @Nullable UUID authorId, Instant at) implements TicketEvent {}

    /** Its appeals go on as part of another ticket. */
    record Merged(UUID ticketId, UUID intoId, String intoNumber, Instant at) implements TicketEvent {}

    /**
     * The appeals of a merged ticket go on as part of this one.
     *
     * @param appealIds of the merged ticket, withdrawn ones too
     */
    record Absorbed(UUID ticketId, UUID fromId, String fromNumber, List<UUID> appealIds, Instant at)
            implements TicketEvent {
        public Absorbed {
            appealIds = List.copyOf(appealIds);
        }
    }

    /** @param automatic by the rules, without a person */
    record Dispatched(UUID ticketId, UUID unitId, Instant dueAt, boolean automatic, Instant at)
            implements TicketEvent {}

    record Accepted(UUID ticketId, UUID unitId, Instant at) implements TicketEvent {}

    record Assigned(UUID ticketId, UUID unitId, UUID postId, Instant at) implements TicketEvent {}

    /** @param unitId null when a dispatcher without a unit replied */
    record Replied(UUID ticketId, @Nullable UUID unitId, Instant at) implements TicketEvent {}

    record Asked(UUID ticketId, UUID unitId, Instant at) implements TicketEvent {}

    record Answered(UUID ticketId, UUID appealId, Instant at) implements TicketEvent {}

    record Supplemented(UUID ticketId, UUID appealId, Instant at) implements TicketEvent {}

    /** @param dutyEntry the entry that the unit cited */
    record Returned(UUID ticketId, UUID unitId, String reasonCode, String dutyEntry, Instant at)
            implements TicketEvent {}

    /** The street has found the return wrong: the same unit has it again. */
    record SentBack(UUID ticketId, UUID unitId, Instant at) implements TicketEvent {}

    /**
     * Departments are called together on it.
     *
     * @param unitIds nobody on a ticket that another one of the same whistle leads
     * @param confirmBy by when they say that they come
     */
    record Whistled(UUID ticketId, List<UUID> unitIds, Instant confirmBy, Instant at) implements TicketEvent {}

    /**
     * What was done in a whistle, about one unit's part of it.
     *
     * @param step such as CONFIRM, CHECK_IN, SIGN
     * @param confirmBy set when the unit is called by it
     */
    record JointStep(
            UUID ticketId,
            UUID whistleId,
            UUID unitId,
            String step,
            @Nullable Instant confirmBy,
            Instant at) implements TicketEvent {}

    /** @param agreed by a joint resolution that all have signed */
    record Concluded(UUID ticketId, UUID whistleId, boolean agreed, Instant at) implements TicketEvent {}

    record Resolved(UUID ticketId, UUID unitId, Instant at) implements TicketEvent {}

    record Declined(UUID ticketId, String reasonCode, Instant at) implements TicketEvent {}

    /**
     * An author has the declining reviewed.
     *
     * @param unitId who decides
     */
    record Contested(UUID ticketId, UUID unitId, Instant dueAt, Instant at) implements TicketEvent {}

    /** The review has found the declining right. */
    record Sustained(UUID ticketId, Instant at) implements TicketEvent {}

    record Closed(UUID ticketId, Instant at) implements TicketEvent {}

    /** @param satisfaction 1 to 5 */
    record Judged(UUID ticketId, UUID appealId, boolean contacted, boolean solved, int satisfaction, Instant at)
            implements TicketEvent {}

    /** @param round 1 for the first reopening */
    record Reopened(UUID ticketId, UUID unitId, int round, Instant dueAt, Instant at) implements TicketEvent {}

    /** @param whole no other author is left, so the ticket has ended */
    record Withdrawn(UUID ticketId, UUID appealId, boolean whole, Instant at) implements TicketEvent {}

    /**
     * Most of the time is over; told once for each deadline.
     *
     * @param unitId whose work it is; null while nobody has decided
     */
    record DeadlineNear(UUID ticketId, @Nullable UUID unitId, Instant dueAt, Instant at) implements TicketEvent {}

    /**
     * The time is over and the work is not done; told once for each deadline.
     *
     * @param unitId whose work it is; null while nobody has decided
     */
    record Overdue(UUID ticketId, @Nullable UUID unitId, Instant dueAt, Instant at) implements TicketEvent {}

    /**
     * A unit asks that the rates leave the ticket out, or somebody decides about it.
     *
     * @param unitId the unit that asked
     */
    record ExclusionChanged(UUID ticketId, ExclusionAction action, UUID unitId, Instant at) implements TicketEvent {}

    /**
     * The clock was stopped, made longer or moved up a level, or somebody asked for it.
     *
     * @param unitId who has to know: the handling unit, the approver or the supervising unit
     * @param dueAt the ticket's deadline after it
     */
    record ClockChanged(UUID ticketId, ClockChange change, UUID unitId, Instant dueAt, Instant at)
            implements TicketEvent {}
}
