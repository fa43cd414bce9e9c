package org.mulin.triage;

/** 答复性质: what a reply is to whoever asked. */
public enum ReplyKind {
    /** 结果: an act that changed something about the matter is reported as done. */
    RESULT,
    /** 承诺: no such act; what is said is to come, or was handed on. */
    PROMISE,
    /** 解释: rule, plan, fact or reason. */
    EXPLANATION
}
