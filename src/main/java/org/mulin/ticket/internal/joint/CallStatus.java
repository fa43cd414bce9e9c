package org.mulin.ticket.internal.joint;

/** How a called department's part in a whistle stands. */
public enum CallStatus {
    /** 待确认. */
    CALLED,
    /** 异议待复核: it cites the duty list; the street decides. */
    OBJECTED,
    /** 已确认. */
    CONFIRMED,
    /** 已派员. */
    SENT,
    /** 已到场. */
    ARRIVED,
    /** 已承诺: its part and its promise are on record. */
    PROMISED,
    /** 已签署: it has signed the joint resolution. */
    SIGNED,
    /** 免予参加: the street found its objection right. */
    EXCUSED,
    /** 已解除: the whistle ended before it signed. */
    RELEASED;

    /** Code in texts.csv. */
    String textCode() {
        return "joint.call." + name();
    }

    boolean isOver() {
        return this == SIGNED || this == EXCUSED || this == RELEASED;
    }
}
