package org.mulin.ticket.internal;

/** Who sees a step of the history; authors never see what another author wrote. */
enum Audience {
    /** Staff only. */
    STAFF,
    /** Authors see that it happened, when and by which unit; the words stay inside. */
    STEP,
    /** Authors see the words too. */
    STEP_AND_WORDS
}
