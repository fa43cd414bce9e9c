package org.mulin.grid.internal;

/** Where one grid's share of a task stands. */
enum TaskPartStatus {
    /** 待完成. */
    OPEN,
    /** 已完成. */
    DONE,
    /** 已收回: the community took the task back first. */
    ENDED
}
