package org.mulin.policy.internal;

/** How a row differs between two versions of a table. */
enum ChangeKind {
    /** 新增. */
    ADDED,
    /** 修改. */
    CHANGED,
    /** 删除. */
    REMOVED
}
