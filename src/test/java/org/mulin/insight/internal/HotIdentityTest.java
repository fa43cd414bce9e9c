package org.mulin.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mulin.insight.internal.HotIdentity.Named;

/** Issues keep their ids while tickets come and go. */
class HotIdentityTest {
    private static final UUID PLANT = id(1000);
    private static final UUID LAMPS = id(2000);
    private int next = 5000;

    @Test
    void whatGrowsOrShrinksKeepsItsId() {
        Map<UUID, UUID> before = Map.of(id(1), PLANT, id(2), PLANT, id(3), PLANT, id(7), LAMPS, id(8), LAMPS);
        List<Named> named = name(before, Set.of(id(7), id(8), id(9)), Set.of(id(2), id(3)), Set.of(id(20), id(21)));
        assertThat(named).extracting(Named::id).startsWith(LAMPS, PLANT);
        assertThat(named).extracting(Named::fresh).containsExactly(false, false, true);
        assertThat(named.getLast().splitFrom()).isNull();
        assertThat(named).allMatch(each -> each.mergedFrom().isEmpty());
    }

    @Test
    void whatBecomesOneIsToldAsAMergeIntoTheLarger() {
        Map<UUID, UUID> before = Map.of(id(1), PLANT, id(2), PLANT, id(3), PLANT, id(7), LAMPS, id(8), LAMPS);
        Named one = name(before, Set.of(id(1), id(2), id(3), id(7), id(8))).getFirst();
        assertThat(one.id()).isEqualTo(PLANT);
        assertThat(one.mergedFrom()).containsExactly(LAMPS);
    }

    @Test
    void whatComesApartIsToldAsASplitAndTheLargerPartKeepsTheId() {
        Map<UUID, UUID> before = Map.of(id(1), PLANT, id(2), PLANT, id(3), PLANT, id(4), PLANT, id(5), PLANT);
        List<Named> named = name(before, Set.of(id(1), id(2)), Set.of(id(3), id(4), id(5)));
        assertThat(named.getLast().id()).isEqualTo(PLANT);
        assertThat(named.getFirst().fresh()).isTrue();
        assertThat(named.getFirst().splitFrom()).isEqualTo(PLANT);
    }

    /** However groups change: no id twice, no issue both kept and merged, and what did not change keeps its id. */
    @Property(tries = 300, seed = "20261130")
    void noIdIsGivenTwice(
            @ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> before,
            @ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> now) {
        Map<UUID, UUID> issues = new HashMap<>();
        for (int ticket = 0; ticket < before.size(); ticket++) {
            issues.put(id(ticket), id(10_000 + before.get(ticket)));
        }
        Map<Integer, Set<UUID>> groups = new HashMap<>();
        for (int ticket = 0; ticket < now.size(); ticket++) {
            groups.computeIfAbsent(now.get(ticket), _ -> new HashSet<>()).add(id(ticket));
        }
        List<Named> named = HotIdentity.name(issues, List.copyOf(groups.values()), () -> id(next++));
        assertThat(named).extracting(Named::id).doesNotHaveDuplicates();
        Set<UUID> kept = new HashSet<>();
        named.forEach(each -> kept.add(each.id()));
        assertThat(named)
                .allSatisfy(each -> assertThat(each.mergedFrom().stream().filter(kept::contains))
                        .isEmpty());
        Map<UUID, UUID> after = new HashMap<>();
        named.forEach(each -> each.tickets().forEach(ticket -> after.put(ticket, each.id())));
        assertThat(HotIdentity.name(after, List.copyOf(groups.values()), () -> id(next++)))
                .as("asked again nothing changes")
                .extracting(Named::id)
                .isEqualTo(named.stream().map(Named::id).toList());
    }

    @SafeVarargs
    private List<Named> name(Map<UUID, UUID> before, Set<UUID>... groups) {
        return HotIdentity.name(before, List.of(groups), () -> id(next++));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
