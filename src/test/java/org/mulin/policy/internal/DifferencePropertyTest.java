package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mulin.policy.CalendarTable;

/** Against a naive model: a table is a map from its key to the rest, whatever the order of its rows. */
class DifferencePropertyTest {
    private static final CalendarTable TABLE = new CalendarTable();

    @Property(tries = 300, seed = "20261129")
    void findsWhatWasDoneAndNothingElse(@ForAll @IntRange(max = 40) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> before = rows(size, random);
        Map<String, String> after = new HashMap<>(before);
        for (String day : before.keySet()) {
            switch (random.nextInt(4)) {
                case 0 -> after.remove(day);
                case 1 -> after.put(day, "off,改" + random.nextInt(3));
                default -> {}
            }
        }
        after.putAll(rows(random.nextInt(5), random));

        Difference found = Difference.between(TABLE, text(before, random), text(after, random));

        Set<String> days = new HashSet<>(before.keySet());
        days.addAll(after.keySet());
        Map<String, ChangeKind> expected = new HashMap<>();
        for (String day : days) {
            if (!before.containsKey(day)) {
                expected.put(day, ChangeKind.ADDED);
            } else if (!after.containsKey(day)) {
                expected.put(day, ChangeKind.REMOVED);
            } else if (!before.get(day).equals(after.get(day))) {
                expected.put(day, ChangeKind.CHANGED);
            }
        }
        Map<String, ChangeKind> told = new HashMap<>();
        found.changes().forEach(change -> told.put(change.identity().getFirst(), change.kind()));
        assertThat(told).isEqualTo(expected);
        assertThat(found.counts().added()
                        + found.counts().changed()
                        + found.counts().removed())
                .isEqualTo(expected.size());
        found.changes().forEach(change -> assertThat(change.columns()).isNotEmpty());
    }

    private static Map<String, String> rows(int size, Random random) {
        Map<String, String> rows = new HashMap<>();
        for (int i = 0; i < size; i++) {
            rows.put("2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)), "off,节" + i % 3);
        }
        return rows;
    }

    private static String text(Map<String, String> rows, Random random) {
        List<String> lines = new ArrayList<>();
        rows.forEach((day, rest) -> lines.add(day + "," + rest));
        Collections.shuffle(lines, random);
        return "date,kind,name\n" + String.join("\n", lines) + "\n";
    }
}
