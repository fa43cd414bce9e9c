package org.mulin.ticket.internal.callback;

/** Where an appeal stands in the list. */
enum CallBackState {
    /** 待回访. */
    DUE,
    /** 无法回访: called as often as the rules say, or in vain for good. */
    UNREACHABLE
}
