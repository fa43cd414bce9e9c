package org.mulin.admission.internal;

/** Where a task that a unit sent to a community stands. */
enum CommunityTaskStatus {
    /** 待签收. */
    SENT,
    /** 办理中. */
    RECEIVED,
    /** 已反馈. */
    DONE,
    /** 已收回: by whoever sent it. */
    WITHDRAWN;

    /** Code in texts.csv. */
    String textCode() {
        return "communitytask.status." + name();
    }
}
