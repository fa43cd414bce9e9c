package org.mulin.ticket.internal.dispatch;

/** Why a decision is taken. */
public enum DispatchCause {
    /** 登记: the appeal has come in; the rules decide. */
    INTAKE,
    /** 人工研判: a person has decided matter and place. */
    CLASSIFIED,
    /** 改派: a person has named the unit. */
    TRANSFERRED,
    /** 重办: it goes back to the unit that had it. */
    REOPENED
}
