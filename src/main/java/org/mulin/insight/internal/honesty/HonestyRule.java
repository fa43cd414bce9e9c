package org.mulin.insight.internal.honesty;

import org.jspecify.annotations.Nullable;

/**
 * How one signal counts.
 *
 * @param weight what it adds to the score, 0 to 100
 * @param limit from where, or up to where, it is one; null when it knows no degrees
 */
record HonestyRule(
        HonestySignal signal, int weight, @Nullable Double limit) {
    /** @throws IllegalStateException when the signal knows no degrees */
    double degree() {
        if (limit == null) {
            throw new IllegalStateException(signal + " has no limit");
        }
        return limit;
    }
}
