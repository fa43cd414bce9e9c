package org.mulin.ticket.internal.callback;

/** How a call ended. */
enum CallBackOutcome {
    /** 已接通: said how it went. */
    REACHED,
    /** 无人接听. */
    NO_ANSWER,
    /** 不愿评价. */
    DECLINED,
    /** 号码有误. */
    WRONG_NUMBER,
    /** 未登记结果: the caller left it without a word. */
    DROPPED;

    /** Whether one more call makes no sense. */
    boolean isFinal() {
        return this == DECLINED || this == WRONG_NUMBER;
    }
}
