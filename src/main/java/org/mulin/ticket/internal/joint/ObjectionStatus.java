package org.mulin.ticket.internal.joint;

/** What became of an objection. */
public enum ObjectionStatus {
    /** 待复核. */
    OPEN,
    /** 成立. */
    UPHELD,
    /** 不成立. */
    REFUSED,
    /** 随单终止: the ticket or the whistle ended before anybody decided. */
    LAPSED
}
