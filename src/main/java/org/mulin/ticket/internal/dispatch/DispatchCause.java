package org.mulin.ticket.internal.dispatch;

/** Why a decision is taken. */
public enum DispatchCause {
    /** 登记: the appeal has come in; the rules decide. */
    INTAKE,
    /** 自选事项: the appeal has come in with a matter that its author chose; the rules decide the rest. */
    CHOSEN,
    /** 即办: whoever met it has settled it on the spot. */
    SETTLED,
    /** 受理登记: a clerk has taken it in and chosen the matter; the rules decide the rest. */
    RECORDED,
    /** 人工研判: a person has decided matter and place. */
    CLASSIFIED,
    /** 改派: a person has named the unit. */
    TRANSFERRED,
    /** 重办: it goes back to the unit that had it. */
    REOPENED
}
