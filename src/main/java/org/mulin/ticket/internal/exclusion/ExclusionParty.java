package org.mulin.ticket.internal.exclusion;

/** Who does something to an application. */
enum ExclusionParty {
    /** 申请单位: has the lead or had it last. */
    UNIT,
    /** 复核人: of a higher level, and no party. */
    REVIEWER
}
