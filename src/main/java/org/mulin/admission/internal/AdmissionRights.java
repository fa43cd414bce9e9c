package org.mulin.admission.internal;

/** What this module asks of those who come. */
final class AdmissionRights {
    /** 查看: the list, and what is asked of communities in reach. */
    static final String READ = "admission:read";
    /** 下达与申请: sends tasks of the list, applies for new ones, answers for its apps. */
    static final String SEND = "admission:send";
    /** 承接与表决: receives tasks for a community and has its vote. */
    static final String RECEIVE = "admission:receive";
    /** 记录: records chores outside duty. */
    static final String CHORE = "admission:chore";
    /** 审定: decides for a county or the city what enters the list. */
    static final String DECIDE = "admission:decide";

    private AdmissionRights() {}
}
