package org.mulin.ticket.internal.exclusion;

/** 剔除状态: where an application stands. */
public enum ExclusionState {
    /** 待复核. */
    OPEN,
    /** 已撤回. */
    WITHDRAWN,
    /** 已剔除. */
    UPHELD,
    /** 不予剔除. */
    REFUSED,
    /** 已撤销. */
    REVOKED
}
