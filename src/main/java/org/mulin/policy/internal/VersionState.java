package org.mulin.policy.internal;

/** Where a version of a table stands on the calendar. */
enum VersionState {
    /** 尚未生效. */
    FUTURE,
    /** 现行. */
    IN_FORCE,
    /** 已被替代. */
    PAST,
    /** 已撤回. */
    WITHDRAWN
}
