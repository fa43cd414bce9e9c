package org.mulin.ticket.internal.clock;

/** Who does something to a deferral. */
enum DeferralParty {
    /** 承办单位: has the lead and asked. */
    UNIT,
    /** 审批单位: of the level that the pack names. */
    APPROVER,
    /** 系统: a timer, or the ticket's own course. */
    SYSTEM
}
