package org.mulin.job;

/** Where a job stands. */
public enum JobState {
    /** 排队: waits for a node. */
    QUEUED,
    /** 进行中: a node works at it. */
    RUNNING,
    /** 完成. */
    DONE,
    /** 失败: could not go on, also after being tried again. */
    FAILED,
    /** 已取消: what its batches had written stays. */
    CANCELLED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
