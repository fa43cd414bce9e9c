package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketStatus;

/**
 * 工单: the unit of work in the loop, as its life cycle sees it. A value: steps make new ones.
 *
 * @param matterCode null until a rule or a person has decided
 * @param areaKey key of its place; of the whole city while it is not placed
 * @param dueAt when the present step's owner is due; null when nobody reckoned it
 * @param round 0, then one more with each reopening
 * @param reopenUntil until when its authors may ask again; set when it closes or is declined
 * @param version of the row; also the number of its last history entry
 */
record Ticket(
        UUID id,
        String number,
        TicketStatus status,
        @Nullable String matterCode,
        String areaKey,
        boolean placed,
        @Nullable Instant dueAt,
        int round,
        @Nullable Instant reopenUntil,
        List<Part> parts,
        List<Appeal> appeals,
        long version) {

    /** After so many returns whoever gets it keeps it (首接负责). */
    static final int RETURNS_MAX = 2;

    Ticket {
        parts = List.copyOf(parts);
        appeals = List.copyOf(appeals);
    }

    Optional<Part> lead() {
        return parts.stream().filter(Part::isOpenLead).findFirst();
    }

    /** The unit that has the lead or had it last; null before the first dispatch. */
    @Nullable
    UUID lastLeadUnitId() {
        return lastLead().map(Part::unitId).orElse(null);
    }

    /** When the unit that has the lead, or had it last, is or was due; null before the first dispatch. */
    @Nullable
    Instant lastLeadDueAt() {
        return lastLead().map(Part::dueAt).orElse(null);
    }

    /** Who assisted the unit that had the lead last and gave it up together with it. */
    List<UUID> lastAssistUnitIds() {
        return lastLead().stream()
                .flatMap(lead -> parts.stream()
                        .filter(part -> part.role() == PartRole.ASSIST
                                && !part.isOpen()
                                && Objects.equals(part.endedAt(), lead.endedAt())))
                .map(Part::unitId)
                .toList();
    }

    private Optional<Part> lastLead() {
        return parts.reversed().stream()
                .filter(part -> part.role() == PartRole.LEAD)
                .findFirst();
    }

    /** How often a unit has returned it. */
    long returns() {
        return parts.stream()
                .filter(part -> part.role() == PartRole.LEAD && part.status() == PartStatus.RETURNED)
                .count();
    }

    /** The unit that had the lead has returned it, and nobody has decided since. */
    boolean isReturned() {
        return status == TicketStatus.TRIAGE
                && lastLead()
                        .map(Part::status)
                        .filter(PartStatus.RETURNED::equals)
                        .isPresent();
    }

    Appeal appeal(UUID appealId) {
        return appeals.stream()
                .filter(appeal -> appeal.id().equals(appealId))
                .findFirst()
                .orElseThrow();
    }

    /** The ticket after this action, were it in {@code next} then; the workflow decides whether it may. */
    Ticket after(TicketAction action, TicketStatus next, By by, Instant now) {
        Ticket moved = switch (action) {
            case TicketAction.Register _, TicketAction.Reply _, TicketAction.Ask _ -> this;
            case TicketAction.Answer _, TicketAction.Supplement _, ExcludeAction _ -> this;
            case TicketAction.Dispatch dispatch -> mandated(dispatch.mandate(), now);
            case TicketAction.Classify classify -> classified(classify).mandated(classify.mandate(), now);
            case TicketAction.Inform inform -> informed(inform, now);
            case TicketAction.Join join -> joined(join.appeal());
            case MergeAction.Merge ignored -> ended(PartStatus.ENDED, now).emptied();
            case MergeAction.Absorb absorb -> absorbed(absorb.appeals());
            case TicketAction.Transfer transfer ->
                ended(PartStatus.TRANSFERRED, now).mandated(transfer.mandate(), now);
            case TicketAction.Accept ignored -> leading(part -> part.accepted(now));
            case TicketAction.Assign assign -> leading(part -> part.assigned(assign.postId()));
            case TicketAction.Return back -> ended(PartStatus.RETURNED, now).due(back.decideBy());
            case JointAction.Uphold uphold ->
                uphold.matterCode() == null
                        ? mandated(uphold.mandate(), now)
                        : of(uphold.matterCode()).mandated(uphold.mandate(), now);
            case JointAction.Refuse refuse -> mandated(refuse.mandate(), now);
            case JointAction.Whistle whistle -> opened(whistle.unitIds(), PartRole.CALLED, whistle.confirmBy(), now);
            case JointAction.Joint joint -> joined(joint, now);
            case JointAction.Conclude ignored -> uncalled(now);
            case TicketAction.Resolve _, ReviewAction.Sustain _ -> ended(PartStatus.DONE, now);
            case TicketAction.Settle settle -> ended(PartStatus.DONE, now).closed(settle.reopenUntil());
            case TicketAction.Decline decline -> ended(PartStatus.ENDED, now).closed(decline.contestUntil());
            case ReviewAction.Contest contest ->
                opened(List.of(contest.unitId()), PartRole.REVIEW, contest.decideBy(), now)
                        .due(contest.decideBy())
                        .closed(null);
            case ReviewAction.Overturn overturn ->
                ended(PartStatus.DONE, now).of(overturn.matterCode()).mandated(overturn.mandate(), now);
            case TicketAction.Close close -> closed(close.reopenUntil());
            case TicketAction.Judge judge -> judged(judge, next, by, now);
            case TicketAction.Reopen reopen -> reopened(reopen.again(), now);
            case TicketAction.Withdraw ignored -> withdrawn(next, by, now);
            case TicketAction.Clocked clocked -> clocked.dueAt() == null ? this : put(clocked.dueAt());
        };
        return (next.isEnd() ? moved.uncalled(now) : moved).in(next);
    }

    private Ticket in(TicketStatus next) {
        return new Ticket(
                id, number, next, matterCode, areaKey, placed, dueAt, round, reopenUntil, parts, appeals, version + 1);
    }

    private Ticket classified(TicketAction.Classify to) {
        return new Ticket(
                id,
                number,
                status,
                to.matterCode(),
                to.areaKey(),
                to.placed(),
                dueAt,
                round,
                reopenUntil,
                parts,
                appeals,
                version);
    }

    private Ticket mandated(Mandate mandate, Instant now) {
        return opened(List.of(mandate.leadUnitId()), PartRole.LEAD, mandate.dueAt(), now)
                .opened(mandate.assistUnitIds(), PartRole.ASSIST, mandate.dueAt(), now)
                .due(mandate.dueAt());
    }

    private Ticket of(String matter) {
        return new Ticket(
                id, number, status, matter, areaKey, placed, dueAt, round, reopenUntil, parts, appeals, version);
    }

    private Ticket opened(List<UUID> units, PartRole role, Instant due, Instant now) {
        List<Part> more = new ArrayList<>(parts);
        units.forEach(unit -> more.add(Part.open(unit, role, due, now)));
        return with(more, appeals, dueAt, reopenUntil, round);
    }

    /** What a unit does in a whistle may end its part, and may call another unit instead. */
    private Ticket joined(JointAction.Joint joint, Instant now) {
        PartStatus end = joint.ends();
        List<Part> changed = parts.stream()
                .map(part -> end != null && part.isOpenCall() && part.unitId().equals(joint.unitId())
                        ? part.ended(end, now)
                        : part)
                .toList();
        Ticket after = with(changed, appeals, dueAt, reopenUntil, round);
        Instant confirmBy = joint.confirmBy();
        return confirmBy == null ? after : after.opened(List.of(joint.unitId()), PartRole.CALLED, confirmBy, now);
    }

    private Ticket uncalled(Instant now) {
        List<Part> changed = parts.stream()
                .map(part -> part.isOpenCall() ? part.ended(PartStatus.ENDED, now) : part)
                .toList();
        return with(changed, appeals, dueAt, reopenUntil, round);
    }

    private Ticket informed(TicketAction.Inform inform, Instant now) {
        return mandated(inform.own(), now).ended(PartStatus.DONE, now).closed(inform.reopenUntil());
    }

    private Ticket joined(Appeal appeal) {
        List<Appeal> more = new ArrayList<>(appeals);
        more.add(appeal);
        return with(parts, more, dueAt, reopenUntil, round);
    }

    /** Its appeals are another ticket's. */
    private Ticket emptied() {
        return with(parts, List.of(), dueAt, reopenUntil, round);
    }

    /** None of them has judged this round, since the ticket that they come from was not done. */
    private Ticket absorbed(List<Appeal> moved) {
        List<Appeal> more = new ArrayList<>(appeals);
        moved.forEach(appeal -> more.add(appeal.unjudged()));
        return with(parts, more, dueAt, reopenUntil, round);
    }

    /** Who was called by a whistle is so whoever has the lead; only the lead is given back or handed on. */
    private Ticket ended(PartStatus how, Instant now) {
        PartStatus beside = how == PartStatus.DONE ? how : PartStatus.ENDED;
        List<Part> changed = parts.stream()
                .map(part -> part.isOpenCall() ? part : part.ended(part.role() == PartRole.LEAD ? how : beside, now))
                .toList();
        return with(changed, appeals, dueAt, reopenUntil, round);
    }

    private Ticket due(Instant at) {
        return with(parts, appeals, at, reopenUntil, round);
    }

    /** Whoever had the ticket's deadline has the new one. */
    private Ticket put(Instant newDue) {
        List<Part> moved = parts.stream()
                .map(part -> part.isOpen() && Objects.equals(part.dueAt(), dueAt) ? part.due(newDue) : part)
                .toList();
        return with(moved, appeals, newDue, reopenUntil, round);
    }

    private Ticket leading(UnaryOperator<Part> change) {
        List<Part> changed = parts.stream()
                .map(part -> part.isOpenLead() ? change.apply(part) : part)
                .toList();
        return with(changed, appeals, dueAt, reopenUntil, round);
    }

    private Ticket closed(@Nullable Instant until) {
        return with(parts, appeals, dueAt, until, round);
    }

    private Ticket judged(TicketAction.Judge judge, TicketStatus next, By by, Instant now) {
        Ticket judged = own(by, appeal -> appeal.judged(judge.solved()));
        if (next == TicketStatus.DISPATCHED) {
            return judged.reopened(Objects.requireNonNull(judge.again()), now);
        }
        return next == TicketStatus.CLOSED && status != TicketStatus.CLOSED
                ? judged.closed(judge.reopenUntil())
                : judged;
    }

    /** Whoever judged the last round judges the new one again. */
    private Ticket reopened(Mandate again, Instant now) {
        List<Appeal> unjudged = appeals.stream().map(Appeal::unjudged).toList();
        return with(parts, unjudged, dueAt, null, round + 1).mandated(again, now);
    }

    private Ticket withdrawn(TicketStatus next, By by, Instant now) {
        Ticket left = own(by, Appeal::takenBack);
        return next == TicketStatus.WITHDRAWN ? left.ended(PartStatus.ENDED, now) : left;
    }

    private Ticket own(By by, UnaryOperator<Appeal> change) {
        List<Appeal> changed = appeals.stream()
                .map(appeal -> Objects.equals(appeal.id(), by.appealId()) ? change.apply(appeal) : appeal)
                .toList();
        return with(parts, changed, dueAt, reopenUntil, round);
    }

    private Ticket with(
            List<Part> newParts,
            List<Appeal> newAppeals,
            @Nullable Instant due,
            @Nullable Instant until,
            int newRound) {
        return new Ticket(
                id, number, status, matterCode, areaKey, placed, due, newRound, until, newParts, newAppeals, version);
    }
}
