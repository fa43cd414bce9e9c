package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Deals messages into parts, those of one group always into the same. */
final class Folds {
    private Folds() {}

    /** Of each message the number of its part, below {@code count}. Does not depend on the order of the messages. */
    static int[] deal(List<String> groups, int count, long seed) {
        List<String> distinct = new ArrayList<>(new TreeSet<>(groups));
        Collections.shuffle(distinct, new Random(seed));
        Map<String, Integer> parts = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            parts.put(distinct.get(i), i % count);
        }
        int[] dealt = new int[groups.size()];
        for (int i = 0; i < dealt.length; i++) {
            dealt[i] = parts.getOrDefault(groups.get(i), 0);
        }
        return dealt;
    }
}
