package org.mulin.area;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.policy.Setting;
import org.springframework.stereotype.Component;

/** areas.csv: the territory tree. */
@Component
public final class AreasTable extends CsvTable<List<Area>> {
    public AreasTable() {
        super(
                "areas",
                "辖区",
                Column.code("code").asKey(),
                Column.text("name"),
                Column.choice(
                        "level",
                        Arrays.stream(AreaLevel.values()).map(AreaLevel::word).toArray(String[]::new)),
                Column.code("parent").asOptional(),
                Column.list("aliases").asOptional(),
                Column.integer("households", 0, 1_000_000).asOptional(),
                Column.date("valid_from"),
                Column.date("valid_to").asOptional(),
                Column.list("predecessors").asOptional());
    }

    @Override
    public List<Setting<?>> settings() {
        return Households.ALL;
    }

    @Override
    protected List<Area> read(List<Row> rows, PackProblems problems) {
        Map<String, Row> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(row.text("code"), row));
        checkCity(rows, problems);
        int before = problems.count();
        rows.forEach(row -> checkRow(row, byCode, problems));
        checkNames(rows, problems);
        return problems.count() > before
                ? List.of()
                : rows.stream().map(row -> area(row, byCode)).toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        List<Row> rows = pack.rows(AreasTable.class);
        ShortAliases.warn(rows, problems);
        Households.warn(rows, pack, problems);
        pack.find(CityTable.class)
                .map(City::code)
                .ifPresent(cityCode -> rows.stream()
                        .filter(row -> level(row) == AreaLevel.CITY
                                && !row.text("code").equals(cityCode))
                        .forEach(row -> problems.add(row, "code", "area-other-city", row.text("code"), cityCode)));
    }

    private static void checkCity(List<Row> rows, PackProblems problems) {
        List<Row> cities =
                rows.stream().filter(row -> level(row) == AreaLevel.CITY).toList();
        if (cities.isEmpty()) {
            problems.add("areas.csv", 0, "level", "area-city-missing");
        }
        cities.stream().skip(1).forEach(row -> problems.add(row, "level", "area-city-twice"));
    }

    private static void checkRow(Row row, Map<String, Row> byCode, PackProblems problems) {
        AreaLevel level = level(row);
        if (!row.text("code").matches("\\d{" + level.codeDigits() + "}")) {
            problems.add(row, "code", "area-code-digits", row.text("code"), level.codeDigits());
        }
        checkParent(row, byCode, problems);
        LocalDate validTo = row.dateOrNull("valid_to");
        if (validTo != null && !validTo.isAfter(row.date("valid_from"))) {
            problems.add(row, "valid_to", "dates-reversed", validTo, row.date("valid_from"));
        }
        row.list("predecessors").stream()
                .filter(code -> !byCode.containsKey(code))
                .forEach(code -> problems.add(row, "predecessors", "area-unknown", code));
    }

    private static void checkParent(Row row, Map<String, Row> byCode, PackProblems problems) {
        if (level(row) == AreaLevel.CITY) {
            if (!row.isEmpty("parent")) {
                problems.add(row, "parent", "area-city-parent");
            }
            return;
        }
        Row parent = byCode.get(row.text("parent"));
        if (row.isEmpty("parent")) {
            problems.add(row, "parent", "cell-empty");
        } else if (parent == null) {
            problems.add(row, "parent", "area-unknown", row.text("parent"));
        } else if (!level(parent).mayHold(level(row))) {
            problems.add(
                    row, "parent", "area-parent-level", parent.text("name"), parent.text("level"), row.text("level"));
        }
    }

    /** Two neighbours of one name could never be told apart in a text. */
    private static void checkNames(List<Row> rows, PackProblems problems) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (Row row : rows) {
            Set<String> siblings = taken.computeIfAbsent(row.text("parent"), ignored -> new HashSet<>());
            Stream.concat(Stream.of(row.text("name")), row.list("aliases").stream())
                    .filter(name -> row.isEmpty("valid_to") && !siblings.add(name))
                    .forEach(name -> problems.add(row, "name", "area-name-twice", name));
        }
    }

    private static Area area(Row row, Map<String, Row> byCode) {
        return new Area(
                row.text("code"),
                key(row, byCode),
                row.text("name"),
                level(row),
                row.textOrNull("parent"),
                row.list("aliases"),
                row.integerOrNull("households"),
                row.date("valid_from"),
                row.dateOrNull("valid_to"),
                row.list("predecessors"));
    }

    /**
     * The parent is stored, never derived: an area whose code belongs elsewhere, or whose parent is not of the level
     * just above (where another area might own those digits), is hung below its parent's key with its whole code.
     */
    private static String key(Row row, Map<String, Row> byCode) {
        String own = level(row).significant(row.text("code"));
        @Nullable Row parent = byCode.get(row.text("parent"));
        if (parent == null) {
            return own;
        }
        String parentKey = key(parent, byCode);
        String above = level(parent).significant(parent.text("code"));
        return level(parent).isJustAbove(level(row)) && own.startsWith(above)
                ? parentKey + own.substring(above.length())
                : parentKey + "~" + row.text("code");
    }

    private static AreaLevel level(Row row) {
        return AreaLevel.ofWord(row.text("level"));
    }
}
