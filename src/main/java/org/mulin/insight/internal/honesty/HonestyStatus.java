package org.mulin.insight.internal.honesty;

/** 核查状态: which reports a list is narrowed to. */
public enum HonestyStatus {
    /** 待复核. */
    WAITING,
    /** 真未解决. */
    UNSOLVED,
    /** 已解决. */
    SOLVED
}
