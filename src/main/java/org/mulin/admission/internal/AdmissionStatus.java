package org.mulin.admission.internal;

/** Where a request for admission stands. */
enum AdmissionStatus {
    /** 征求社区意见: communities vote. */
    VOTING,
    /** 社区否决: enough communities said no; it may be reduced and brought again. */
    VETOED,
    /** 街道审核. */
    STREET,
    /** 区县审定. */
    COUNTY,
    /** 已准入: on its way to the list, or on it. */
    ACCEPTED,
    /** 不予准入: by street or county; it may be reduced and brought again. */
    REJECTED,
    /** 已撤回: by whoever applied. */
    WITHDRAWN,
    /** 已到期: its last day has passed. */
    EXPIRED;

    /** Code in texts.csv. */
    String textCode() {
        return "admission.status." + name();
    }
}
