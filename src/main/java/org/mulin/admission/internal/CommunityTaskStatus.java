package org.mulin.admission.internal;

/** Where a task that a unit sent to a community stands. */
enum CommunityTaskStatus {
    /** 待签收. */
    SENT,
    /** 办理中. */
    RECEIVED,
    /** 已反馈. */
    DONE,
    /** 已退回: by the community, as not what the list says; counts as asked outside of it. */
    RETURNED,
    /** 已收回: by whoever sent it. */
    WITHDRAWN;

    boolean isOver() {
        return this == DONE || this == RETURNED || this == WITHDRAWN;
    }

    /** Code in texts.csv. */
    String textCode() {
        return "communitytask.status." + name();
    }
}
