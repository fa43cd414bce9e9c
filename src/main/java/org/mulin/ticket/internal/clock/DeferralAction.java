package org.mulin.ticket.internal.clock;

/** What can be done to a deferral. */
public enum DeferralAction {
    /** 申请. */
    ASK,
    /** 同意. */
    GRANT,
    /** 不同意. */
    DENY,
    /** 撤回申请. */
    TAKE_BACK,
    /** 失效. */
    LAPSE,
    /** 到期复核. */
    CALL_UP,
    /** 续挂: until another review. */
    CONTINUE,
    /** 恢复计时. */
    END
}
