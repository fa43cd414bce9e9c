package org.mulin.notice.internal;

/** What a message is about that is no ticket. */
enum InboxSubject {
    /** 网格任务. */
    GRID_TASK,
    /** 社区任务. */
    COMMUNITY_TASK,
    /** 准入申请. */
    ADMISSION_REQUEST,
    /** 热点问题. */
    HOT_ISSUE
}
