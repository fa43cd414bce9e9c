package org.mulin.policy.internal;

/** What is done to a draft. */
enum DraftAction {
    /** 上传. */
    UPLOAD,
    /** 提请发布: a second person is asked. */
    PROPOSE,
    /** 退回: by the second person, or taken back by whoever asked. */
    REJECT,
    /** 发布. */
    PUBLISH,
    /** 作废. */
    DISCARD
}
