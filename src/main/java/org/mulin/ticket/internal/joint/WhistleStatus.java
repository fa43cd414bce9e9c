package org.mulin.ticket.internal.joint;

/** How a whistle stands. */
public enum WhistleStatus {
    /** 联合处置中. */
    OPEN,
    /** 已形成联合决议: all who had to come have signed. */
    AGREED,
    /** 召集人结哨: closed by its convener, with reasons. */
    CLOSED,
    /** 随单终止: the ticket itself is over. */
    LAPSED;

    /** Code in texts.csv. */
    String textCode() {
        return "joint.whistle." + name();
    }
}
