package org.mulin.ticket.internal.joint;

/** What can be done in a whistle: to one department's call, or to the whole. */
public enum JointStep {
    /** 召集. */
    CALL,
    /** 确认报到. */
    CONFIRM,
    /** 提出异议: citing the duty list. */
    OBJECT,
    /** 异议成立. */
    UPHOLD,
    /** 异议不成立. */
    REFUSE,
    /** 派员. */
    SEND,
    /** 到场签到. */
    CHECK_IN,
    /** 认可到场: the convener counts a check-in that was made elsewhere. */
    ADMIT,
    /** 承诺: what it has done and what it promises by when. */
    PROMISE,
    /** 签署联合决议. */
    SIGN,
    /** 兑现承诺. */
    FULFIL,
    /** 考核: the convener scores the department. */
    SCORE,
    /** 解除. */
    RELEASE,
    /** 拟定联合决议. */
    DRAFT,
    /** 达成联合决议. */
    AGREE,
    /** 结哨: the convener ends it, with reasons. */
    CLOSE,
    /** 随单终止. */
    LAPSE,
    /** 先行办结: a ticket of the group ends before the whistle and leaves it. */
    LEAVE,
    /** 复核吹哨: whether it was needed. */
    REVIEW;

    /** Code in texts.csv. */
    String textCode() {
        return "joint.step." + name();
    }
}
