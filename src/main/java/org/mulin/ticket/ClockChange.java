package org.mulin.ticket;

/** 时钟变动: what was done about a ticket's clock. */
public enum ClockChange {
    /** 申请缓办: told to the approver. */
    DEFER,
    /** 挂账: told to the handling unit. */
    SUSPEND,
    /** 恢复计时: told to the handling unit. */
    RESUME,
    /** 延期: told to the handling unit. */
    EXTEND,
    /** 不同意缓办: told to the handling unit. */
    DENY,
    /** 超期升级: told to the supervising unit. */
    ESCALATE,
    /** 重办督办: told to the supervising unit. */
    OVERSEE,
    /** 督办: told to the handling unit. */
    SUPERVISE,
    /** 挂账到期复核: told to the approver. */
    REVIEW
}
