package org.mulin.access;

import java.time.Duration;

/** Counts attempts per bucket (a phone, an address, an account) over all nodes. */
public interface RateLimits {
    /**
     * Counts one attempt, in a transaction of its own.
     *
     * @throws org.mulin.base.Refused {@code too-many-requests} (429) when {@code attempts_max} were made within the
     *     window
     */
    void count(String bucket, int attempts_max, Duration window);

    /** Takes the newest attempt back: it turned out to be rightful. */
    void forgive(String bucket);
}
