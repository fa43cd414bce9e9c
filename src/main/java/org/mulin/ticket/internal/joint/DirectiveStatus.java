package org.mulin.ticket.internal.joint;

/** How an order of the street stands. */
public enum DirectiveStatus {
    /** 待签收. */
    ISSUED,
    /** 办理中. */
    TAKEN,
    /** 已办结. */
    DONE,
    /** 已撤销. */
    RECALLED;

    /** Code in texts.csv. */
    String textCode() {
        return "directive.status." + name();
    }
}
