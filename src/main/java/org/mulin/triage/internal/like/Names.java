package org.mulin.triage.internal.like;

import java.util.Arrays;

/**
 * The names of places in a message, by how closely they tell the place. Two messages are compared by the closest level
 * that both name.
 *
 * @param byLevel for each {@link PlaceLevel} in its order, ascending
 */
record Names(int[][] byLevel) {
    static final Names NONE = new Names(new int[PlaceLevel.values().length][0]);

    /** What the names of two messages tell about their places. */
    enum Agreement {
        SAME,
        DIFFERENT,
        /** One of them names none, or both name places of different levels. */
        UNKNOWN
    }

    int[] of(PlaceLevel level) {
        return byLevel[level.ordinal()];
    }

    boolean isEmpty() {
        return Arrays.stream(byLevel).allMatch(names -> names.length == 0);
    }

    Agreement with(Names other) {
        for (PlaceLevel level : PlaceLevel.values()) {
            int[] own = of(level);
            int[] others = other.of(level);
            if (own.length > 0 && others.length > 0) {
                return Arrays.stream(own).anyMatch(name -> Arrays.binarySearch(others, name) >= 0)
                        ? Agreement.SAME
                        : Agreement.DIFFERENT;
            }
        }
        return Agreement.UNKNOWN;
    }
}
