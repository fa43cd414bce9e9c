package org.mulin.policy.internal;

/** Where a draft stands. */
enum DraftState {
    /** 草稿: checked, not yet asked for. */
    OPEN,
    /** 待批准: somebody asks that it be put in force; a second person decides. */
    PROPOSED,
    /** 已发布: it has become a version. */
    PUBLISHED,
    /** 已作废. */
    DISCARDED
}
