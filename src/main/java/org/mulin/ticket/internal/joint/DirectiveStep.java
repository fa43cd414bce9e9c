package org.mulin.ticket.internal.joint;

/** What can be done about an order of the street. */
public enum DirectiveStep {
    /** 签收. */
    TAKE,
    /** 办结. */
    FINISH,
    /** 撤销. */
    RECALL;

    /** Code in texts.csv. */
    String textCode() {
        return "directive.step." + name();
    }
}
