package org.mulin.ticket.internal.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers for values that come again and again. */
final class Dictionary<T> {
    private final Map<T, Integer> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int code(T value) {
        Integer known = codes.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    /** The number of a value, -1 when it has none. */
    int find(T value) {
        return codes.getOrDefault(value, -1);
    }

    T value(int code) {
        return values.get(code);
    }

    int size() {
        return values.size();
    }
}
