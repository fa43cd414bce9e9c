package org.mulin.ticket;

/** The way an appeal came in. */
public enum Channel {
    /** 居民端: the residents' page. */
    WEB,
    /** 热线: a telephone hotline, by its clerk or its export. */
    HOTLINE,
    /** 网上信箱: a mailbox or message board, by its clerk or its export. */
    MAILBOX,
    /** 窗口: a counter or visit, by its clerk or its export. */
    COUNTER,
    /** 网格: a grid worker saw it. */
    GRID,
    /** 开放接口: another program, by Open311. */
    OPEN311;

    /** Code in texts.csv. */
    public String textCode() {
        return "ticket.channel." + name();
    }
}
