package org.mulin.ticket.internal;

/** What a unit's part in a ticket is. */
enum PartRole {
    /** 主责: answers for the whole. */
    LEAD,
    /** 协办: helps the lead. */
    ASSIST,
    /** 应哨: called by a whistle; ends with its part in it, whoever has the lead. */
    CALLED,
    /** 复核: decides whether declining the ticket was right. */
    REVIEW
}
