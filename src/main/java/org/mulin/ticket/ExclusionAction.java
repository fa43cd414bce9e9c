package org.mulin.ticket;

/** 剔除操作: what can be done about leaving a ticket out of the rates. */
public enum ExclusionAction {
    /** 申请剔除. */
    APPLY,
    /** 撤回申请. */
    TAKE_BACK,
    /** 同意剔除. */
    UPHOLD,
    /** 不予剔除. */
    REFUSE,
    /** 撤销剔除. */
    REVOKE
}
