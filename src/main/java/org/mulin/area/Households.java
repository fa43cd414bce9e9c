package org.mulin.area;

import java.util.List;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.mulin.policy.SettingsTable;

/**
 * How many households a grid and a residents' community should have. The ground is as it is: outside the limits an
 * official is told to plan a division, and nothing is refused.
 */
final class Households {
    /** GB/T 34300: about 300 to 500 urban households. */
    static final Setting<Integer> GRID_MIN = Setting.integer("grid_households_min", 300, 1, 10_000);

    static final Setting<Integer> GRID_MAX = Setting.integer("grid_households_max", 500, 1, 10_000);
    /** 《城市居民委员会组织法》 (2025): 1,000 to 3,000. */
    static final Setting<Integer> COMMUNITY_MAX = Setting.integer("community_households_max", 3_000, 1, 100_000);

    static final List<Setting<?>> ALL = List.of(GRID_MIN, GRID_MAX, COMMUNITY_MAX);

    private Households() {}

    static void warn(List<Row> rows, PackContents pack, PackProblems problems) {
        pack.find(SettingsTable.class).ifPresent(settings -> {
            int least = settings.get(GRID_MIN);
            int most = settings.get(GRID_MAX);
            int community = settings.get(COMMUNITY_MAX);
            for (Row row : rows) {
                Integer count = row.integerOrNull("households");
                if (count == null || !row.isEmpty("valid_to")) {
                    continue;
                }
                if (row.text("level").equals(AreaLevel.GRID.word()) && (count < least || count > most)) {
                    problems.warn(row, "households", "grid-households", row.text("name"), count, least, most);
                } else if (row.text("level").equals(AreaLevel.COMMUNITY.word()) && count > community) {
                    problems.warn(row, "households", "community-households", row.text("name"), count, community);
                }
            }
        });
    }
}
