package org.mulin.insight.internal;

import org.jspecify.annotations.Nullable;

/**
 * 比率: k of n, with the Wilson 95 % interval, so that few cases do not pass for certainty.
 *
 * @param value k / n; null without cases
 */
public record Rate(
        int k,
        int n,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high) {
    private static final double Z = 1.959963984540054;

    public static Rate of(int k, int n) {
        if (n == 0) {
            return new Rate(0, 0, null, null, null);
        }
        double share = (double) k / n;
        double square = Z * Z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n)) / (1 + square / n);
        return new Rate(k, n, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
