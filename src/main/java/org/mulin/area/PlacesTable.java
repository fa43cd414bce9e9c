package org.mulin.area;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** places.csv: names people use to say where. */
@Component
public final class PlacesTable extends CsvTable<List<NamedPlace>> {
    public PlacesTable() {
        super(
                "places",
                "地名",
                Column.text("name"),
                Column.choice(
                        "kind",
                        Arrays.stream(PlaceKind.values()).map(PlaceKind::word).toArray(String[]::new)),
                Column.code("area"),
                Column.list("aliases").asOptional(),
                Column.decimal("lon", -180, 180).asOptional(),
                Column.decimal("lat", -90, 90).asOptional());
    }

    @Override
    public List<String> identity() {
        return List.of("name", "area");
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    protected List<NamedPlace> read(List<Row> rows, PackProblems problems) {
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            if (row.isEmpty("lon") != row.isEmpty("lat")) {
                problems.add(row, row.isEmpty("lon") ? "lon" : "lat", "place-half-point");
            }
            if (!seen.add(row.text("name") + "@" + row.text("area"))) {
                problems.add(row, "name", "place-twice", row.text("name"));
            }
        }
        return rows.stream()
                .map(row -> new NamedPlace(
                        row.text("name"),
                        PlaceKind.ofWord(row.text("kind")),
                        row.text("area"),
                        row.list("aliases"),
                        row.decimalOrNull("lon"),
                        row.decimalOrNull("lat")))
                .toList();
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        List<Row> rows = pack.rows(PlacesTable.class);
        ShortAliases.warn(rows, problems);
        pack.find(AreasTable.class).ifPresent(areas -> {
            Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
            rows.stream()
                    .filter(row -> !byCode.containsKey(row.text("area")))
                    .forEach(row -> problems.add(row, "area", "area-unknown", row.text("area")));
            pack.find(BoundariesTable.class)
                    .map(boundaries -> boundaries.completed(areas))
                    .ifPresent(outlines -> checkInside(rows, byCode, outlines, problems));
        });
    }

    private static void checkInside(List<Row> rows, Map<String, Area> areas, Outlines outlines, PackProblems problems) {
        for (Row row : rows) {
            Area area = areas.get(row.text("area"));
            if (area != null
                    && !row.isEmpty("lon")
                    && !row.isEmpty("lat")
                    && outlines.of(area.code()).isPresent()
                    && !outlines.contains(area.code(), row.decimal("lon"), row.decimal("lat"))) {
                problems.add(row, "lon", "place-outside", row.text("name"), area.name());
            }
        }
    }
}
