package org.mulin.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.policy.PackProblems;

class AreaTreeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String HEADER = "code,name,level,parent,aliases,households,valid_from,valid_to,predecessors\n";
    private static final String CITY = HEADER + """
            360500000000,新余市,city,,,,2020-01-01,,
            360502000000,渝水区,county,360500000000,,,2020-01-01,,
            360502001000,城南街道,street,360502000000,,,2020-01-01,,
            360502001001,百花湖社区,community,360502001000,,,2020-01-01,,
            360502003077,飞地社区,community,360502001000,,,2020-01-01,,
            360502003077001,飞地网格,grid,360502003077,,,2020-01-01,,
            360502001002,旧社区,community,360502001000,,,2020-01-01,2024-01-01,
            360502001003,新社区,community,360502001000,,,2024-01-01,,360502001002
            """;

    @Test
    void theKeyIsTheOwnDigitsBelowTheParents() {
        AreaTree tree = tree(CITY);

        assertThat(tree.find("360500000000").orElseThrow().key()).isEqualTo("3605");
        assertThat(tree.find("360502001001").orElseThrow().key()).isEqualTo("360502001001");
    }

    @Test
    void anAreaWhoseCodeBelongsElsewhereHangsBelowItsParent() {
        AreaTree tree = tree(CITY);

        Area outlier = tree.find("360502003077").orElseThrow();
        Area grid = tree.find("360502003077001").orElseThrow();

        assertThat(outlier.key()).isEqualTo("360502001~360502003077");
        assertThat(grid.key()).isEqualTo("360502001~360502003077001");
        assertThat(AreaRange.of("360502001").contains(grid.key())).isTrue();
        assertThat(tree.path(grid.key())).extracting(Area::name).containsExactly("新余市", "渝水区", "城南街道", "飞地社区", "飞地网格");
        assertThat(tree.ancestor(grid.key(), AreaLevel.STREET)).map(Area::name).contains("城南街道");
    }

    @Test
    void aCodeThatHasEndedStandsForItsOnlySuccessor() {
        AreaTree tree = tree(CITY);
        assertThat(tree.today("360502001002")).map(Area::name).contains("新社区");
        assertThat(tree.today("360502001001")).map(Area::name).contains("百花湖社区");
        assertThat(tree.today("360502001009")).isEmpty();

        AreaTree divided = tree(CITY + "360502001004,另一社区,community,360502001000,,,2024-01-01,,360502001002\n");
        assertThat(divided.today("360502001002")).isEmpty();
    }

    @Test
    void whatHasEndedIsFoundButNoLongerListed() {
        AreaTree tree = tree(CITY);

        assertThat(tree.find("360502001002")).map(Area::name).contains("旧社区");
        assertThat(tree.children("360502001000")).extracting(Area::name).containsExactly("百花湖社区", "新社区", "飞地社区");
        assertThat(tree.find("360502001003").orElseThrow().predecessors()).containsExactly("360502001002");
    }

    @Test
    void withoutOutlinesNoPointIsRefused() {
        AreaTree tree = tree(CITY);

        assertThat(tree.inCity(0, 0)).isTrue();
        assertThat(tree.at(114.93, 27.8)).isEmpty();
    }

    /** The range over an area's key holds exactly the areas at and below it, however codes and parents mix. */
    @Property(tries = 200, seed = "360502")
    void theRangeOfAKeyIsTheAreaWithAllBelow(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        AreaTree tree = tree(HEADER + randomAreas(new Random(seed)));

        for (Area above : tree.all()) {
            AreaRange range = AreaRange.of(above.key());
            for (Area area : tree.all()) {
                assertThat(range.contains(area.key()))
                        .as("%s in %s", area, above)
                        .isEqualTo(tree.path(area.key()).contains(above));
            }
        }
    }

    private static String randomAreas(Random random) {
        var rows = new StringBuilder("990100000000,城,city,,,,2020-01-01,,\n");
        Set<String> taken = new HashSet<>(Set.of("990100000000"));
        List<List<String>> levels = new ArrayList<>();
        levels.add(List.of("990100000000"));
        for (AreaLevel level : List.of(AreaLevel.COUNTY, AreaLevel.STREET, AreaLevel.COMMUNITY, AreaLevel.GRID)) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<String> parents =
                        level == AreaLevel.GRID ? levels.getLast() : levels.get(random.nextInt(levels.size()));
                String parent = parents.get(random.nextInt(parents.size()));
                String like = random.nextInt(3) > 0 ? parent : any(levels, random);
                String code = code(level, like, random);
                if (taken.add(code)) {
                    codes.add(code);
                    rows.append("%s,区%s,%s,%s,,,2020-01-01,,\n".formatted(code, code, level.word(), parent));
                }
            }
            if (codes.isEmpty()) {
                return rows.toString();
            }
            levels.add(codes);
        }
        return rows.toString();
    }

    private static String any(List<List<String>> levels, Random random) {
        List<String> all = levels.stream().flatMap(List::stream).toList();
        return all.get(random.nextInt(all.size()));
    }

    /** A code of this level that begins like another's, with few different digits so that codes often share them. */
    private static String code(AreaLevel level, String like, Random random) {
        int digits = level.codeDigits();
        int significant = level.significant("0".repeat(digits)).length();
        var code = new StringBuilder(like.substring(0, Math.min(like.length(), significant - 2)));
        while (code.length() < significant) {
            code.append(random.nextInt(2));
        }
        return code.append("0".repeat(digits - significant)).toString();
    }

    private static AreaTree tree(String csv) {
        var problems = new PackProblems();
        List<Area> areas = new AreasTable().parse(csv, problems).orElse(List.of());
        assertThat(problems.all()).isEmpty();
        return PolicyAreas.tree(areas, List.of(), new Outlines(Map.of()), DAY);
    }
}
