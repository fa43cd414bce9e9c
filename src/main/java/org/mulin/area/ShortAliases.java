package org.mulin.area;

import java.util.List;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;

/** Aliases so short that they are everyday words as well (惠民, 阳光); with a digit or Latin letter they are none. */
final class ShortAliases {
    private static final int SHORT_CHARS_MAX = 2;

    private ShortAliases() {}

    static void warn(List<Row> rows, PackProblems problems) {
        for (Row row : rows) {
            row.list("aliases").stream()
                    .filter(alias -> alias.length() <= SHORT_CHARS_MAX)
                    .filter(alias -> alias.chars().allMatch(Character::isIdeographic))
                    .forEach(alias -> problems.warn(row, "aliases", "alias-short", alias, alias.length()));
        }
    }
}
