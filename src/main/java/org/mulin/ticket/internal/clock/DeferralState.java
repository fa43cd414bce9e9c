package org.mulin.ticket.internal.clock;

/** Where a deferral stands. */
public enum DeferralState {
    /** 待审批. */
    ASKED,
    /** 挂账中: the clock stands still. */
    RUNNING,
    /** 待复核: it still stands still, but only until the approver's own limit is over. */
    REVIEW,
    /** 已延期. */
    GRANTED,
    /** 未同意. */
    DENIED,
    /** 已撤回: by the unit that asked. */
    WITHDRAWN,
    /** 已失效: the ticket was overdue or left the unit before anybody decided. */
    LAPSED,
    /** 已恢复: the clock goes on. */
    ENDED
}
