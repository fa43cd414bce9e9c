package org.mulin.grid.internal;

/** Where a task of a community to its grids stands. */
enum TaskStatus {
    /** 进行中: at least one grid has not done it. */
    OPEN,
    /** 已完成: by all of its grids. */
    DONE,
    /** 已收回: by the community, while it was open. */
    WITHDRAWN;

    /** Code in texts.csv. */
    String textCode() {
        return "grid.status." + name();
    }
}
