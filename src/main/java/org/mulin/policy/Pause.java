package org.mulin.policy;

import java.time.Instant;

/** 挂账: a stretch in which a clock stands still, half-open. A pause always has an end that is known: its last day. */
public record Pause(Instant from, Instant until) {
    public Pause {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a pause ends after it begins: " + from + " - " + until);
        }
    }

    /** Whether the clock stands still just before this moment, so that a day that ends then does not count. */
    boolean stops(Instant close) {
        return from.isBefore(close) && !close.isAfter(until);
    }
}
