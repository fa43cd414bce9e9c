package org.mulin.insight.internal.honesty;

/** 复核结论: what a reviewer found. */
public enum HonestyVerdict {
    /** 真未解决. */
    UNSOLVED,
    /** 已解决. */
    SOLVED
}
