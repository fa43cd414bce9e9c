package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FoldsTest {
    @Property(tries = 100, seed = "20261129")
    void nearDuplicatesAreNeverOnBothSides(@ForAll @IntRange(min = 5, max = 200) int groupCount, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < groupCount * 3; i++) {
            groups.add("g" + (i < groupCount ? i : random.nextInt(groupCount)));
        }
        int[] dealt = Folds.deal(groups, 5, seed);
        Map<String, Integer> partOf = new HashMap<>();
        int[] sizes = new int[5];
        for (int i = 0; i < dealt.length; i++) {
            Integer before = partOf.put(groups.get(i), dealt[i]);
            assertThat(before == null || before == dealt[i]).isTrue();
            sizes[dealt[i]] += before == null ? 1 : 0;
        }
        for (int size : sizes) {
            assertThat(size).as("groups of a part").isBetween(groupCount / 5, groupCount / 5 + 1);
        }
    }

    @Property(tries = 50, seed = "20261129")
    void theOrderOfTheMessagesChangesNoPart(@ForAll long seed) {
        List<String> groups = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "b", "a"));
        int[] dealt = Folds.deal(groups, 3, seed);
        List<String> mixed = new ArrayList<>(groups);
        Collections.shuffle(mixed, new Random(seed + 1));
        int[] again = Folds.deal(mixed, 3, seed);
        for (int i = 0; i < again.length; i++) {
            assertThat(again[i]).isEqualTo(dealt[groups.indexOf(mixed.get(i))]);
        }
    }
}
