package org.mulin.ticket.internal;

/** The way an appeal came in. */
public enum Channel {
    /** 居民端: the residents' page. */
    WEB,
    /** 热线: a telephone hotline, by its export. */
    HOTLINE,
    /** 网上信箱: a mailbox or message board, by its export. */
    MAILBOX,
    /** 窗口: a counter or visit, by its export. */
    COUNTER
}
