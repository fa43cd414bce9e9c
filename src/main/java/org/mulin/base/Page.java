package org.mulin.base;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Part of a list, in order; {@code next} is the opaque cursor of the following part, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int LIMIT_DEFAULT = 20;
    public static final int LIMIT_MAX = 100;

    /**
     * Of a list that was read one row further than wanted.
     *
     * @param cursor what a row is called as the end of a page
     */
    public static <T> Page<T> cut(List<T> found, int limit, Function<T, Object> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        cursor.apply(found.get(limit - 1)).toString());
    }

    /**
     * The id that a cursor is.
     *
     * @throws Malformed {@code cursor-invalid} when it is none
     */
    public static UUID cursorId(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw Malformed.of("cursor", "cursor-invalid");
        }
    }

    /** @throws Malformed when it is not 1 to {@link #LIMIT_MAX} */
    public static int limit(@Nullable Integer wanted) {
        if (wanted != null && (wanted < 1 || wanted > LIMIT_MAX)) {
            throw Malformed.of("limit", "limit-out-of-range", LIMIT_MAX);
        }
        return wanted == null ? LIMIT_DEFAULT : wanted;
    }
}
