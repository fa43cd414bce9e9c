package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.Audience.STAFF;
import static org.mulin.ticket.internal.Audience.STEP;
import static org.mulin.ticket.internal.Audience.STEP_AND_WORDS;

/** What can be done to a ticket, and how much of it its authors see. */
enum ActionKind {
    /** 登记. */
    REGISTER("登记", STEP),
    /** 派单: by the rules, without a person. */
    DISPATCH("派单", STEP),
    /** 研判: a person decides matter and place; the duty list does the rest. */
    CLASSIFY("研判派单", STEP),
    /** 改派: a person names the unit. */
    TRANSFER("改派", STEP),
    /** 受理: the unit takes it up. */
    ACCEPT("受理", STEP),
    /** 指派: to a post of the unit. */
    ASSIGN("指派", STAFF),
    /** 回复: an interim answer to the authors. */
    REPLY("回复", STEP_AND_WORDS),
    /** 询问: the authors are asked. */
    ASK("询问", STEP_AND_WORDS),
    /** 答复: an author answers the question. */
    ANSWER("答复", STEP_AND_WORDS),
    /** 补充: an author adds something unasked. */
    SUPPLEMENT("补充", STEP_AND_WORDS),
    /** 退单: the unit returns it, citing who is responsible by the duty list. */
    RETURN("退单", STAFF),
    /** 办结: the unit reports the result with proof. */
    RESOLVE("办结反馈", STEP_AND_WORDS),
    /** 不予受理. */
    DECLINE("不予受理", STEP_AND_WORDS),
    /** 结案: by the dispatcher. */
    CLOSE("结案", STEP),
    /** 评价: contacted, solved, satisfied. */
    JUDGE("评价", STEP_AND_WORDS),
    /** 重办: back to the same unit. */
    REOPEN("申请重办", STEP_AND_WORDS),
    /** 撤回: an author takes the appeal back. */
    WITHDRAW("撤回", STEP_AND_WORDS);

    private final String chinese;
    private final Audience audience;

    ActionKind(String chinese, Audience audience) {
        this.chinese = chinese;
        this.audience = audience;
    }

    public String chinese() {
        return chinese;
    }

    Audience audience() {
        return audience;
    }
}
