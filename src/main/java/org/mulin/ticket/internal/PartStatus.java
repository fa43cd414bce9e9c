package org.mulin.ticket.internal;

/** How a unit's part stands or ended. */
enum PartStatus {
    /** 在办. */
    OPEN,
    /** 已办: the result is reported. */
    DONE,
    /** 已退回: the unit returned the ticket. */
    RETURNED,
    /** 已转出: a dispatcher gave the ticket to another unit. */
    TRANSFERRED,
    /** 已终止: the ticket was withdrawn or declined. */
    ENDED
}
