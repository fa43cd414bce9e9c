package org.mulin.triage.internal.like;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.mulin.triage.internal.like.Names.Agreement;

/** How many of the messages of a bundle name which places. */
final class NameCounts {
    /** Where most are: a name that one in so many has of those that name something of the level. */
    private static final int ONE_IN = 3;

    private final List<Map<Integer, Integer>> byLevel = new ArrayList<>();
    private final int[] naming = new int[PlaceLevel.values().length];

    NameCounts() {
        for (int level = 0; level < naming.length; level++) {
            byLevel.add(new HashMap<>());
        }
    }

    void add(Names names, int sign) {
        for (PlaceLevel level : PlaceLevel.values()) {
            int[] of = names.of(level);
            naming[level.ordinal()] += of.length > 0 ? sign : 0;
            for (int name : of) {
                byLevel.get(level.ordinal()).merge(name, sign, Integer::sum);
            }
        }
    }

    /** @param says whether the message that these are of says the two letters of a name somewhere */
    Agreement with(Names names, IntPredicate says) {
        for (PlaceLevel level : PlaceLevel.values()) {
            int[] of = names.of(level);
            if (of.length > 0 && naming[level.ordinal()] > 0) {
                for (int name : of) {
                    if (isMain(level, name)) {
                        return Agreement.SAME;
                    }
                }
                return byLevel.get(level.ordinal()).keySet().stream()
                                .anyMatch(name -> isMain(level, name) && says.test(name))
                        ? Agreement.SAME
                        : Agreement.DIFFERENT;
            }
        }
        return Agreement.UNKNOWN;
    }

    Agreement with(NameCounts other) {
        for (PlaceLevel level : PlaceLevel.values()) {
            if (naming[level.ordinal()] > 0 && other.naming[level.ordinal()] > 0) {
                return byLevel.get(level.ordinal()).keySet().stream()
                                .anyMatch(name -> isMain(level, name) && other.isMain(level, name))
                        ? Agreement.SAME
                        : Agreement.DIFFERENT;
            }
        }
        return Agreement.UNKNOWN;
    }

    private boolean isMain(PlaceLevel level, int name) {
        return byLevel.get(level.ordinal()).getOrDefault(name, 0) * ONE_IN >= Math.max(1, naming[level.ordinal()]);
    }
}
