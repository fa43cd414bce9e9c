package org.mulin.ticket.internal.clock;

import java.util.Locale;

/** How a unit gets more time. */
public enum DeferralKind {
    /** 挂账: the clock stands still until a review. */
    SUSPENSION,
    /** 延期: the limit becomes longer. */
    EXTENSION;

    /** As packs write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
