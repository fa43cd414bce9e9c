package org.mulin.admission.internal;

/** What can be done to a request for admission. */
enum AdmissionActionKind {
    /** 提出申请. */
    SUBMIT,
    /** 表态: a community lets it pass or vetoes it. */
    VOTE,
    /** 截止: the time for voting is over. */
    CLOSE,
    /** 街道同意. */
    ENDORSE,
    /** 准入. */
    ACCEPT,
    /** 不予准入. */
    REJECT,
    /** 减量重报. */
    RESUBMIT,
    /** 撤回. */
    WITHDRAW,
    /** 列入清单: proposes the line once more, where the list's keepers sent it back. */
    LIST,
    /** 到期. */
    EXPIRE;

    /** Code in texts.csv. */
    String textCode() {
        return "admission.action." + name();
    }
}
