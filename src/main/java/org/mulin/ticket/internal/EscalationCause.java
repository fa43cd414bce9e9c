package org.mulin.ticket.internal;

/** 升级缘由: why a higher level supervises. */
public enum EscalationCause {
    /** 超期升级: a deadline, or a supervising unit's own time, has passed. */
    OVERDUE,
    /** 退回重办: what was reported as done is not solved. */
    UNSOLVED
}
