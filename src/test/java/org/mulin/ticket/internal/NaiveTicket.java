package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.TicketLifePropertyTest.Move;

/** A ticket as a list of ifs. */
final class NaiveTicket {
    String status = "TRIAGE";
    int round;

    @Nullable
    UUID unit;

    private int returns;
    private int called;
    /** Authors without an account, who came with merged tickets. */
    private int strangers;

    private @Nullable UUID returnedBy;
    private boolean contested;
    private boolean reviewed;

    private final Set<UUID> authors = new HashSet<>();
    private final Map<UUID, Boolean> verdicts = new HashMap<>();
    private @Nullable Instant closedForGood;

    NaiveTicket(int count) {
        authors.add(Samples.RESIDENT);
        if (count == 2) {
            authors.add(Samples.NEIGHBOUR);
        }
    }

    /** The new status, or "refused". */
    String play(Move move, Instant now) {
        Actor actor = move.actor();
        boolean system = actor.kind() == Actor.Kind.SYSTEM;
        boolean dispatcher = actor.has(By.TRIAGE);
        boolean handler = actor.has(By.HANDLE) && unit != null && unit.equals(actor.unitId());
        // whoever is called helps the lead
        boolean helper = actor.has(By.HANDLE) && called > 0 && Samples.FIRM.equals(actor.unitId());
        boolean author = authors.contains(actor.accountId());
        boolean atUnit = status.equals("DISPATCHED") || status.equals("ACCEPTED") || status.equals("WAITING");
        boolean member = actor == TicketLifePropertyTest.MEMBER;
        // calls departments together, and may merge what its own unit has
        boolean owns = atUnit && Samples.STREET.equals(unit);
        boolean live = atUnit || status.equals("TRIAGE");
        return switch (move.kind()) {
            // what clerks do while they take an appeal in is nobody's later
            case REGISTER, INFORM, JOIN -> "refused";
            case MERGE ->
                when((dispatcher && live) || (actor == TicketLifePropertyTest.OWNER && owns), () -> {
                    authors.clear();
                    to("MERGED", null);
                });
            case ABSORB ->
                when((dispatcher && live) || (actor == TicketLifePropertyTest.OWNER && owns), () -> strangers++);
            case DISPATCH -> when(system && status.equals("TRIAGE"), () -> to("DISPATCHED", Samples.STREET));
            case CLASSIFY -> when(dispatcher && status.equals("TRIAGE"), () -> to("DISPATCHED", Samples.STREET));
            case TRANSFER -> when(dispatcher && live, () -> to("DISPATCHED", Samples.FIRM));
            case ACCEPT -> when(handler && status.equals("DISPATCHED"), () -> to("ACCEPTED", unit));
            case ASSIGN -> when(handler && status.equals("ACCEPTED"), () -> {});
            case REPLY ->
                when(
                        (helper && status.equals("ACCEPTED"))
                                || (handler && (status.equals("ACCEPTED") || status.equals("WAITING")))
                                || (dispatcher && status.equals("TRIAGE")),
                        () -> {});
            case ASK -> when(handler && status.equals("ACCEPTED"), () -> to("WAITING", unit));
            case ANSWER -> when(author && status.equals("WAITING"), () -> to("ACCEPTED", unit));
            case SUPPLEMENT -> when(author && live && !status.equals("WAITING"), () -> {});
            case RETURN ->
                when(handler && !status.equals("WAITING") && returns < 2, () -> {
                    returns++;
                    returnedBy = unit;
                    to("TRIAGE", null);
                });
            case UPHOLD -> when(judges(actor), () -> to("DISPATCHED", Samples.FIRM));
            case REFUSE -> when(judges(actor), () -> to("DISPATCHED", Samples.STREET));
            case WHISTLE -> when(actor.has(By.CONVENE) && atUnit, () -> called++);
            case JOINT -> when(member, () -> called = move.solved() ? 0 : called);
            case CONCLUDE -> when(member && live, () -> called = 0);
            case RESOLVE -> when(handler && !status.equals("DISPATCHED") && called == 0, () -> to("RESOLVED", null));
            case SETTLE ->
                when(move.actor() == TicketLifePropertyTest.SPOT && status.equals("DISPATCHED"), () -> close(now));
            case DECLINE ->
                when(
                        dispatcher && !contested && (status.equals("TRIAGE") || status.equals("DISPATCHED")),
                        () -> to("DECLINED", null));
            case CONTEST ->
                when(
                        (author || dispatcher)
                                && status.equals("DECLINED")
                                && !contested
                                && !now.isAfter(Samples.NOON.plusSeconds(1000)),
                        () -> contested = true);
            case OVERTURN -> when(reviews(actor), () -> review("DISPATCHED", Samples.STREET));
            case SUSTAIN -> when(reviews(actor), () -> review("DECLINED", null));
            case CLOSE -> when(dispatcher && status.equals("RESOLVED"), () -> close(now));
            case JUDGE -> judge(move, author, now);
            case REOPEN ->
                when(author && (status.equals("RESOLVED") || (status.equals("CLOSED") && inTime(now))), this::again);
            case DEFER -> when(handler && !status.equals("DISPATCHED"), () -> {});
            case RESUME -> when((handler || system) && atUnit && !status.equals("DISPATCHED"), () -> {});
            case ESCALATE, OVERSEE -> when(system && atUnit, () -> {});
            // whoever supervises does so only at the moment of it
            case SUSPEND, EXTEND, DENY, SUPERVISE, EXCLUDE -> "refused";
            case WITHDRAW -> when(author && live, () -> withdraw(actor.accountId()));
        };
    }

    /** The firm is the one that the review was given to. */
    private boolean reviews(Actor actor) {
        return contested && !reviewed && actor.has(By.HANDLE) && Samples.FIRM.equals(actor.unitId());
    }

    private void review(String next, @Nullable UUID at) {
        reviewed = true;
        to(next, at);
    }

    /** Of the street's reviewers, none judges what the own unit has returned. */
    private boolean judges(Actor actor) {
        return actor.has(By.REVIEW)
                && status.equals("TRIAGE")
                && returnedBy != null
                && !returnedBy.equals(actor.unitId());
    }

    private String judge(Move move, boolean author, Instant now) {
        boolean open = status.equals("RESOLVED") || status.equals("CLOSED");
        UUID who = move.actor().accountId();
        return when(author && open && !verdicts.containsKey(who), () -> {
            verdicts.put(who, move.solved());
            if (status.equals("RESOLVED") && !move.solved()) {
                again();
            } else if (status.equals("RESOLVED")
                    && strangers == 0
                    && verdicts.keySet().containsAll(authors)) {
                close(now);
            } else if (status.equals("CLOSED") && !move.solved() && inTime(now)) {
                again();
            }
        });
    }

    private void withdraw(UUID who) {
        authors.remove(who);
        if (authors.isEmpty() && strangers == 0) {
            to("WITHDRAWN", null);
        }
    }

    private void again() {
        verdicts.clear();
        round++;
        to("DISPATCHED", Samples.STREET);
    }

    private void close(Instant now) {
        closedForGood = Samples.NOON.plusSeconds(1000);
        to("CLOSED", null);
    }

    private boolean inTime(Instant now) {
        return closedForGood != null && !now.isAfter(closedForGood);
    }

    private void to(String next, @Nullable UUID at) {
        status = next;
        unit = at;
        if (at != null) {
            returnedBy = null;
        }
        if (next.equals("WITHDRAWN") || next.equals("DECLINED") || next.equals("CLOSED") || next.equals("MERGED")) {
            called = 0;
        }
    }

    private String when(boolean may, Runnable change) {
        if (!may) {
            return "refused";
        }
        change.run();
        return status;
    }
}
