package org.mulin.admission.internal;

/** What can be done to a task of a community. */
enum CommunityTaskActionKind {
    /** 下达. */
    SEND,
    /** 签收. */
    RECEIVE,
    /** 反馈: with the hours it took. */
    REPORT,
    /** 退回（与准入事项不符）. */
    RETURN,
    /** 收回. */
    WITHDRAW;

    /** Code in texts.csv. */
    String textCode() {
        return "communitytask.action." + name();
    }
}
