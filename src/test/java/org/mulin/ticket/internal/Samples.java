package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.triage.Urgency;

/** The people and tickets of 睦邻里 that domain tests play with. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    static final UUID STREET = Ids.next();
    static final UUID FIRM = Ids.next();
    static final UUID POST = Ids.next();
    static final UUID RESIDENT = Ids.next();
    static final UUID NEIGHBOUR = Ids.next();
    static final String AREA = "360502001001";

    private Samples() {}

    static Ticket ticket(TicketStatus status, UUID... authors) {
        List<Appeal> appeals = java.util.Arrays.stream(authors)
                .map(author -> new Appeal(Ids.next(), author, false, null))
                .toList();
        boolean had = !EnumSet.of(TicketStatus.DECLINED, TicketStatus.WITHDRAWN).contains(status);
        Part open = Part.open(STREET, PartRole.LEAD, NOON.plusSeconds(3600), NOON);
        PartStatus ended = status == TicketStatus.TRIAGE ? PartStatus.RETURNED : PartStatus.DONE;
        Part part = status.isWithUnit() ? open : open.ended(ended, NOON);
        return new Ticket(
                Ids.next(),
                "20261123-000001",
                status,
                "noise",
                AREA,
                true,
                NOON.plusSeconds(3600),
                0,
                EnumSet.of(TicketStatus.CLOSED, TicketStatus.DECLINED).contains(status) ? NOON.plusSeconds(1000) : null,
                had ? List.of(part) : List.of(),
                status == TicketStatus.MERGED ? List.of() : appeals,
                1);
    }

    /** A ticket in which this is somebody's to do. */
    static Ticket ticketFor(TicketStatus status, ActionKind kind, UUID author) {
        Ticket ticket = ticket(status, author);
        boolean decides = kind == ActionKind.OVERTURN || kind == ActionKind.SUSTAIN;
        return decides && status == TicketStatus.DECLINED
                ? TicketWorkflow.apply(ticket, action(ActionKind.CONTEST), author(ticket, 0), NOON)
                        .ticket()
                : ticket;
    }

    static Mandate mandate(UUID unit) {
        return new Mandate(unit, List.of(), NOON.plusSeconds(7200));
    }

    static TicketAction action(ActionKind kind) {
        return switch (kind) {
            case REGISTER -> new TicketAction.Register();
            case DISPATCH -> new TicketAction.Dispatch(mandate(STREET));
            case CLASSIFY -> new TicketAction.Classify("noise", Urgency.NORMAL, AREA, true, mandate(STREET));
            case INFORM -> new TicketAction.Inform(mandate(STREET), "请带身份证到社区窗口办理", NOON.plusSeconds(1000));
            case JOIN -> new TicketAction.Join(new Appeal(Ids.next(), NEIGHBOUR, false, null));
            case MERGE -> new MergeAction.Merge(Ids.next(), "20261123-000002", "同一夜市");
            case ABSORB ->
                new MergeAction.Absorb(
                        Ids.next(), "20261123-000002", List.of(new Appeal(Ids.next(), null, false, null)), "同一夜市");
            case TRANSFER -> new TicketAction.Transfer(mandate(FIRM), "请物业处理");
            case ACCEPT -> new TicketAction.Accept();
            case ASSIGN -> new TicketAction.Assign(POST);
            case REPLY -> new TicketAction.Reply("已到现场", List.of());
            case ASK -> new TicketAction.Ask("哪一栋？");
            case ANSWER -> new TicketAction.Answer("3 栋", List.of());
            case SUPPLEMENT -> new TicketAction.Supplement("今晚又响了", List.of());
            case RETURN ->
                new TicketAction.Return(new Ground("not-ours", "noise@county", null), "属城管", NOON.plusSeconds(600));
            case UPHOLD -> new JointAction.Uphold(null, null, mandate(FIRM), "确属物业");
            case REFUSE -> new JointAction.Refuse(mandate(STREET), "仍由你单位办理");
            case WHISTLE ->
                new JointAction.Whistle(Ids.next(), List.of(FIRM), NOON.plusSeconds(900), "夜市噪声", List.of("物业"));
            case JOINT -> joint(null);
            case CONCLUDE -> new JointAction.Conclude(Ids.next(), "CLOSE", "已处置");
            case RESOLVE -> new TicketAction.Resolve("已停工", List.of());
            case SETTLE -> new TicketAction.Settle("已当场清理", List.of(Ids.next()), NOON.plusSeconds(1000));
            case DECLINE -> new TicketAction.Decline("court", "已进入诉讼程序", NOON.plusSeconds(1000));
            case CONTEST -> new ReviewAction.Contest(FIRM, NOON.plusSeconds(900), "法院没有受理", false);
            case OVERTURN -> new ReviewAction.Overturn("noise", Urgency.NORMAL, mandate(STREET), "应当受理");
            case SUSTAIN -> new ReviewAction.Sustain("确已进入诉讼程序");
            case CLOSE -> new TicketAction.Close("回访满意", NOON.plusSeconds(1000));
            case JUDGE -> judge(true);
            case REOPEN -> new TicketAction.Reopen("又响了", mandate(STREET));
            case DEFER, DENY, ESCALATE, OVERSEE, SUPERVISE ->
                new TicketAction.Clocked(kind, "等配件到货", java.util.Map.of(), null, null);
            case SUSPEND ->
                new TicketAction.Clocked(
                        kind, "等配件到货", java.util.Map.of(), NOON.plusSeconds(9000), NOON.plusSeconds(5000));
            case RESUME, EXTEND ->
                new TicketAction.Clocked(kind, "等配件到货", java.util.Map.of(), NOON.plusSeconds(9000), null);
            case EXCLUDE ->
                new ExcludeAction(
                        Ids.next(),
                        ExclusionAction.APPLY,
                        STREET,
                        "诉求不属实",
                        Set.of(RateKind.RESOLUTION),
                        "现场没有施工",
                        List.of());
            case WITHDRAW -> new TicketAction.Withdraw("已经好了");
        };
    }

    /** What the firm does in a whistle; its part ends, or goes on. */
    static TicketAction joint(@Nullable PartStatus ends) {
        return new JointAction.Joint(Ids.next(), "SIGN", FIRM, ends, null, null, List.of());
    }

    static TicketAction judge(boolean solved) {
        return new TicketAction.Judge(
                true, solved, solved ? 5 : 1, null, mandate(STREET), NOON.plusSeconds(1000), false);
    }

    /** Someone in exactly this role. */
    static By by(TicketRole role, Ticket ticket) {
        boolean speaks = role == TicketRole.AUTHOR && !ticket.appeals().isEmpty();
        UUID appeal = speaks ? ticket.appeals().getFirst().id() : null;
        Actor actor = switch (role) {
            case CONVENER -> staff(STREET, AreaRange.ALL);
            case REVIEWER -> staff(FIRM, AreaRange.ALL);
            default -> Actor.SYSTEM;
        };
        return new By(actor, Set.of(role), appeal);
    }

    static By author(Ticket ticket, int number) {
        Appeal appeal = ticket.appeals().get(number);
        return By.of(resident(appeal.authorId() == null ? RESIDENT : appeal.authorId()), ticket);
    }

    static Actor resident(UUID account) {
        return new Actor(account, Actor.Kind.RESIDENT, "居民", null, null, AreaRange.NONE, Set.of());
    }

    static Actor staff(@Nullable UUID unit, AreaRange scope, String... rights) {
        return new Actor(Ids.next(), Actor.Kind.STAFF, "工作人员", unit, unit == null ? null : "单位", scope, Set.of(rights));
    }
}
