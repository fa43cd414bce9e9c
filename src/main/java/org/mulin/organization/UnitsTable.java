package org.mulin.organization;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreasTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** units.csv: every unit that can be given a ticket. */
@Component
public final class UnitsTable extends CsvTable<List<UnitsTable.Entry>> {
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 -]{2,19}");

    /** A unit as the pack lists it, by the code of its area. */
    public record Entry(
            String code,
            String name,
            String kind,
            String areaCode,
            @Nullable String parentCode,
            String phone) {}

    public UnitsTable() {
        super(
                "units",
                "单位",
                Column.code("code").asKey(),
                Column.text("name").asKey(),
                Column.code("kind"),
                Column.code("area"),
                Column.code("parent").asOptional(),
                Column.matching("phone", PHONE, "cell-not-phone").asOptional());
    }

    @Override
    protected List<Entry> read(List<Row> rows, PackProblems problems) {
        Map<String, Row> byCode = rows.stream()
                .collect(Collectors.toMap(row -> row.text("code"), Function.identity(), (first, second) -> first));
        for (Row row : rows) {
            if (!row.isEmpty("parent") && !byCode.containsKey(row.text("parent"))) {
                problems.add(row, "parent", "unit-unknown", row.text("parent"));
            } else if (isAboveItself(row, byCode)) {
                problems.add(row, "parent", "unit-parent-circle", row.text("name"));
            }
        }
        if (rows.stream().noneMatch(row -> row.text("kind").equals(Unit.CITY_HOTLINE))) {
            problems.add(file(), 0, "kind", "unit-hotline-missing", Unit.CITY_HOTLINE);
        }
        return rows.stream()
                .map(row -> new Entry(
                        row.text("code"),
                        row.text("name"),
                        row.text("kind"),
                        row.text("area"),
                        row.textOrNull("parent"),
                        row.text("phone")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        List<Row> rows = pack.rows(UnitsTable.class);
        pack.find(UnitKindsTable.class)
                .ifPresent(kinds -> rows.stream()
                        .filter(row -> !kinds.containsKey(row.text("kind")))
                        .forEach(row -> problems.add(row, "kind", "unit-kind-unknown", row.text("kind"))));
        pack.find(AreasTable.class).ifPresent(found -> {
            Map<String, Area> areas = found.stream().collect(Collectors.toMap(Area::code, Function.identity()));
            rows.stream()
                    .filter(row -> !areas.containsKey(row.text("area")))
                    .forEach(row -> problems.add(row, "area", "area-unknown", row.text("area")));
            pack.find(UnitsTable.class).ifPresent(units -> checkStreets(units, areas, problems));
        });
    }

    /** What no duty list names goes to the street, so every area without areas below needs one above it. */
    private void checkStreets(List<Entry> units, Map<String, Area> areas, PackProblems problems) {
        Set<String> served = units.stream()
                .filter(unit -> unit.kind().equals(Unit.STREET_OFFICE))
                .map(Entry::areaCode)
                .collect(Collectors.toSet());
        Set<String> parents = new HashSet<>();
        areas.values().forEach(area -> parents.add(String.valueOf(area.parentCode())));
        areas.values().stream()
                .filter(area -> !parents.contains(area.code()) && area.validTo() == null)
                .filter(area -> !isServed(area, areas, served))
                .map(Area::name)
                .sorted()
                .forEach(name -> problems.add(file(), 0, "area", "unit-street-missing", name, Unit.STREET_OFFICE));
    }

    private static boolean isServed(Area leaf, Map<String, Area> areas, Set<String> served) {
        for (Area area = leaf; area != null; area = areas.get(String.valueOf(area.parentCode()))) {
            if (served.contains(area.code())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboveItself(Row row, Map<String, Row> byCode) {
        Set<String> seen = new HashSet<>();
        for (Row unit = row; unit != null; unit = byCode.get(unit.text("parent"))) {
            if (!seen.add(unit.text("code"))) {
                return unit == row;
            }
        }
        return false;
    }
}
