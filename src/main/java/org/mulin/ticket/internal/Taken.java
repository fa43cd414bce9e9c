package org.mulin.ticket.internal;

/** What became of one appeal of a batch. */
public enum Taken {
    /** 已派单: registered and dispatched to a unit. */
    DISPATCHED,
    /** 待研判: registered and queued for a person to decide. */
    TRIAGE,
    /** 重复: an appeal with this channel and external id is here already; nothing written. */
    REPEATED,
    /** 重复而内容不同: as repeated, but its words are others than those that are here. */
    DIFFERING
}
