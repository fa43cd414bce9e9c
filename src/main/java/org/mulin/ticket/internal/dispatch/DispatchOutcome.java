package org.mulin.ticket.internal.dispatch;

/** What a decision comes to. */
public enum DispatchOutcome {
    /** 派单: a unit gets it. */
    UNIT,
    /** 待研判: a person has to decide. */
    TRIAGE
}
