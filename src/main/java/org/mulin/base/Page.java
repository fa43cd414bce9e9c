package org.mulin.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list, in order; {@code next} is the opaque cursor of the following part, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int LIMIT_DEFAULT = 20;
    public static final int LIMIT_MAX = 100;

    public static int limit(@Nullable Integer wanted) {
        return wanted == null ? LIMIT_DEFAULT : Math.clamp(wanted, 1, LIMIT_MAX);
    }
}
