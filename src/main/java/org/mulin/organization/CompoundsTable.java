package org.mulin.organization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreasTable;
import org.mulin.area.PlacesTable;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.springframework.stereotype.Component;

/** compounds.csv: who governs each compound of places.csv (the 3 of 1+3+N), and what it lacks. */
@Component
public final class CompoundsTable extends CsvTable<List<CompoundsTable.Entry>> {
    private static final int HOUSEHOLDS_MAX = 20_000;
    private static final int BUILT_MIN = 1900;
    private static final int BUILT_MAX = 2100;

    /**
     * A compound as the pack lists it.
     *
     * @param areaCode as in places.csv, together with the name
     * @param built year of completion
     * @param firm code of the property firm; null when the compound has none
     * @param ownersCommittee an owners' committee has been elected
     * @param partyOrganization the committee has a party organisation
     * @param partyMajority at least half of the committee are party members
     */
    public record Entry(
            String name,
            String areaCode,
            int households,
            @Nullable Integer built,
            @Nullable String firm,
            boolean ownersCommittee,
            boolean partyOrganization,
            boolean partyMajority) {}

    public CompoundsTable() {
        super(
                "compounds",
                "住宅小区",
                Column.text("name"),
                Column.code("area"),
                Column.integer("households", 1, HOUSEHOLDS_MAX),
                Column.integer("built", BUILT_MIN, BUILT_MAX).asOptional(),
                Column.code("firm").asOptional(),
                Column.yesNo("owners_committee"),
                Column.yesNo("party_organization"),
                Column.yesNo("party_majority"));
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
    protected List<Entry> read(List<Row> rows, PackProblems problems) {
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            if (!seen.add(place(row))) {
                problems.add(row, "name", "compound-twice", row.text("name"));
            }
            if (row.yes("party_organization") && !row.yes("owners_committee")) {
                problems.add(row, "party_organization", "compound-party-alone", row.text("name"));
            }
            if (row.yes("party_majority") && !row.yes("party_organization")) {
                problems.add(row, "party_majority", "compound-majority-alone", row.text("name"));
            }
        }
        return rows.stream().map(CompoundsTable::entry).toList();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.text("name"),
                row.text("area"),
                row.integer("households"),
                row.integerOrNull("built"),
                row.textOrNull("firm"),
                row.yes("owners_committee"),
                row.yes("party_organization"),
                row.yes("party_majority"));
    }

    @Override
    public void check(PackContents pack, PackProblems problems) {
        List<Row> rows = pack.rows(CompoundsTable.class);
        if (pack.find(PlacesTable.class).isPresent()) {
            checkPlaces(rows, pack, problems);
        }
        pack.find(UnitsTable.class).ifPresent(found -> {
            Map<String, UnitsTable.Entry> units =
                    found.stream().collect(Collectors.toMap(UnitsTable.Entry::code, Function.identity()));
            rows.forEach(row -> checkFirm(row, units, problems));
        });
        pack.find(AreasTable.class).ifPresent(areas -> checkHouseholds(rows, areas, problems));
    }

    private static void checkPlaces(List<Row> rows, PackContents pack, PackProblems problems) {
        Set<String> places = pack.rows(PlacesTable.class).stream()
                .filter(row -> row.text("kind").equals("compound"))
                .map(CompoundsTable::place)
                .collect(Collectors.toSet());
        rows.stream()
                .filter(row -> !places.contains(place(row)))
                .forEach(row -> problems.add(row, "name", "compound-unknown", row.text("name"), row.text("area")));
    }

    private static void checkFirm(Row row, Map<String, UnitsTable.Entry> units, PackProblems problems) {
        if (row.isEmpty("firm")) {
            return;
        }
        UnitsTable.Entry firm = units.get(row.text("firm"));
        if (firm == null) {
            problems.add(row, "firm", "unit-unknown", row.text("firm"));
        } else if (!firm.kind().equals(Unit.PROPERTY_FIRM)) {
            problems.add(row, "firm", "compound-firm-kind", firm.name(), Unit.PROPERTY_FIRM);
        }
    }

    /** The compounds of a grid cannot hold more households than the grid. */
    private static void checkHouseholds(List<Row> rows, List<Area> found, PackProblems problems) {
        Map<String, Area> areas = found.stream().collect(Collectors.toMap(Area::code, Function.identity()));
        Map<String, Integer> sums = new HashMap<>();
        for (Row row : rows) {
            Area area = areas.get(row.text("area"));
            int sum = sums.merge(row.text("area"), row.integer("households"), Integer::sum);
            if (area != null && area.households() != null && sum > area.households()) {
                problems.add(row, "households", "compound-households", sum, area.name(), area.households());
            }
        }
    }

    private static String place(Row row) {
        return row.text("name") + "@" + row.text("area");
    }
}
