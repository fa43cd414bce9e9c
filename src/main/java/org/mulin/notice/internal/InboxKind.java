package org.mulin.notice.internal;

/** What a message is about. */
enum InboxKind {
    /** 新到: work came in. */
    ARRIVED,
    /** 居民回复: the resident answered or added something. */
    ANSWERED,
    /** 退单: a unit gave a ticket back to the dispatchers. */
    RETURNED,
    /** 未解决: a resident judges the matter not solved. */
    UNSOLVED,
    /** 临期: a deadline is near. */
    NEAR,
    /** 逾期: a deadline has passed. */
    OVERDUE,
    /** 办理进展: a resident's matter has moved on. */
    PROGRESS
}
