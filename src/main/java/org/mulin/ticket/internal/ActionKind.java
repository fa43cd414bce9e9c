package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.Audience.STAFF;
import static org.mulin.ticket.internal.Audience.STEP;
import static org.mulin.ticket.internal.Audience.STEP_AND_WORDS;

/** What can be done to a ticket, and how much of it its authors see. */
public enum ActionKind {
    /** 登记. */
    REGISTER(STEP),
    /** 派单: by the rules, without a person. */
    DISPATCH(STEP),
    /** 研判: a person decides matter and place; the duty list does the rest. */
    CLASSIFY(STEP),
    /** 直接答复: the clerk who takes the appeal answers it from knowledge; nothing is left to do. */
    INFORM(STEP_AND_WORDS),
    /** 并入: one more author's appeal about the same thing. */
    JOIN(STAFF),
    /** 并单: all its appeals go on as part of another ticket about the same thing. */
    MERGE(STEP),
    /** 并入工单: the ticket that goes on takes the appeals of a merged one. */
    ABSORB(STAFF),
    /** 改派: a person names the unit. */
    TRANSFER(STEP),
    /** 受理: the unit takes it up. */
    ACCEPT(STEP),
    /** 指派: to a post of the unit. */
    ASSIGN(STAFF),
    /** 回复: an interim answer to the authors. */
    REPLY(STEP_AND_WORDS),
    /** 询问: the authors are asked. */
    ASK(STEP_AND_WORDS),
    /** 答复: an author answers the question. */
    ANSWER(STEP_AND_WORDS),
    /** 补充: an author adds something unasked. */
    SUPPLEMENT(STEP_AND_WORDS),
    /** 退单: the unit returns it, citing who is responsible by the duty list. */
    RETURN(STAFF),
    /** 异议成立: the street finds the return right; the duty list names the next unit. */
    UPHOLD(STEP),
    /** 异议不成立: the street sends it back to the unit that returned it. */
    REFUSE(STAFF),
    /** 吹哨: departments are called together on it. */
    WHISTLE(STEP),
    /** 联合处置: what one of them does in the whistle. */
    JOINT(STAFF),
    /** 散哨: the joint handling is over, by resolution or by its convener. */
    CONCLUDE(STEP),
    /** 办结: the unit reports the result with proof. */
    RESOLVE(STEP_AND_WORDS),
    /** 即办: met, settled and shown by a photo, all at once. */
    SETTLE(STEP_AND_WORDS),
    /** 不予受理. */
    DECLINE(STEP_AND_WORDS),
    /** 结案: by the dispatcher. */
    CLOSE(STEP),
    /** 评价: contacted, solved, satisfied. */
    JUDGE(STEP_AND_WORDS),
    /** 重办: back to the same unit. */
    REOPEN(STEP_AND_WORDS),
    /** 申请复核: an author holds that declining was wrong. */
    CONTEST(STEP_AND_WORDS),
    /** 复核成立: the reviewer finds so too; the duty list names the unit. */
    OVERTURN(STEP_AND_WORDS),
    /** 复核维持: it stays declined, for good. */
    SUSTAIN(STEP_AND_WORDS),
    /** 撤回: an author takes the appeal back. */
    WITHDRAW(STEP_AND_WORDS),
    /** 申请缓办: the unit asks that its clock be stopped or its time be made longer. */
    DEFER(STAFF),
    /** 挂账: a higher level stops the clock until a review. */
    SUSPEND(STEP_AND_WORDS),
    /** 恢复计时. */
    RESUME(STEP),
    /** 延期: a higher level makes the time longer. */
    EXTEND(STEP_AND_WORDS),
    /** 不同意缓办. */
    DENY(STAFF),
    /** 超期升级: the next higher level supervises from now on, with a clock of its own. */
    ESCALATE(STEP),
    /** 重办督办: what went back as unsolved is supervised by the next higher level, with a clock of its own. */
    OVERSEE(STEP),
    /** 督办: a supervising unit tells the handling one what to do. */
    SUPERVISE(STAFF),
    /** 剔除: the unit asks that the rates leave the ticket out, or a higher level decides about it. */
    EXCLUDE(STAFF);

    private final Audience audience;

    ActionKind(Audience audience) {
        this.audience = audience;
    }

    /** Code in texts.csv. */
    String textCode() {
        return "ticket.action." + name();
    }

    /** What hangs on more than the ticket's state, such as its clock; views of their own offer it. */
    boolean isOfOthers() {
        return compareTo(DEFER) >= 0;
    }

    Audience audience() {
        return audience;
    }
}
