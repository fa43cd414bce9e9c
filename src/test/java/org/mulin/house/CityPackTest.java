package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** packs/xinyu holds the city that mission.md counts, and its duty list leaves no street without anyone to answer. */
class CityPackTest {
    private static final Path PACK = Path.of("packs/xinyu");
    private static final String COMMUNITY = "kind:community_committee";
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Map<String, CSVRecord> areas =
            rows("areas").collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
    private final Map<String, Polygon> outlines = outlines();

    @Test
    void everyGridHoldsThreeToFiveHundredHouseholds() {
        assertThat(level("grid"))
                .hasSize(842)
                .allSatisfy(grid -> assertThat(households(grid)).isBetween(300, 500));
        assertThat(level("grid").stream().map(grid -> grid.get("parent")).distinct())
                .hasSize(80);
        level("community").forEach(community -> {
            List<CSVRecord> grids = below(community.get("code"));
            if (!grids.isEmpty()) {
                assertThat(grids.stream().mapToInt(CityPackTest::households).sum())
                        .isEqualTo(households(community));
            }
        });
    }

    @Test
    void theDivisionsAreThoseOfTheRealCity() {
        assertThat(level("county")).extracting(row -> row.get("name")).containsExactlyInAnyOrder("渝水区", "分宜县");
        assertThat(level("street")).hasSize(34);
        assertThat(level("community")).hasSize(504);
        assertThat(level("community").stream()
                        .filter(row ->
                                !row.get("code").startsWith(row.get("parent").substring(0, 9))))
                .as("communities whose street of 2016 is gone")
                .hasSize(21);
    }

    @Test
    void cellsCoverTheCityOnceAndEveryCommunityIsInOnePiece() {
        level("community").forEach(community -> {
            List<CSVRecord> grids = below(community.get("code"));
            if (grids.isEmpty()) {
                assertThat(outlines).containsKey(community.get("code"));
            } else {
                assertOnePiece(
                        grids.stream().map(row -> outlines.get(row.get("code"))).toList());
            }
        });
        Geometry city = assertOnePiece(outlines.values());
        assertThat(((Polygon) city).getNumInteriorRing())
                .as("holes in the city")
                .isZero();
    }

    private static Geometry assertOnePiece(Collection<Polygon> parts) {
        Geometry whole = UnaryUnionOp.union(parts);
        assertThat(whole).isInstanceOf(Polygon.class);
        assertThat(parts.stream().mapToDouble(Geometry::getArea).sum())
                .as("neighbours overlap")
                .isEqualTo(whole.getArea(), within(1e-12));
        return whole;
    }

    @Test
    void nineHundredCompoundsLieInTheirGrids() {
        List<CSVRecord> compounds = rows("compounds").toList();
        Map<String, CSVRecord> places = rows("places")
                .filter(row -> row.get("kind").equals("compound"))
                .collect(Collectors.toMap(row -> row.get("name") + row.get("area"), Function.identity()));
        assertThat(compounds).hasSize(900);
        assertThat(places).hasSize(900);
        assertThat(compounds).allSatisfy(row -> {
            CSVRecord place = Objects.requireNonNull(places.get(row.get("name") + row.get("area")));
            var point = GEOMETRY.createPoint(
                    new Coordinate(Double.parseDouble(place.get("lon")), Double.parseDouble(place.get("lat"))));
            assertThat(outlines.entrySet().stream()
                            .filter(outline -> outline.getValue().covers(point))
                            .map(Map.Entry::getKey))
                    .containsExactly(row.get("area"));
        });
        assertThat(count(compounds, "owners_committee")).isEqualTo(596);
        assertThat(count(compounds, "party_organization")).isEqualTo(519);
        assertThat(count(compounds, "party_majority")).isEqualTo(217);
        assertThat(compounds.stream()
                        .map(row -> row.get("firm"))
                        .filter(Predicate.not(String::isEmpty))
                        .distinct())
                .as("firms that serve a compound")
                .hasSize(121);
    }

    @Test
    void partyBranchesAreAsManyAsCounted() {
        Map<String, Long> kinds =
                rows("units").collect(Collectors.groupingBy(row -> row.get("kind"), Collectors.counting()));
        assertThat(kinds)
                .containsEntry("property_firm", 121L)
                .containsEntry("property_party_branch", 24L)
                .containsEntry("grid_party_branch", 215L)
                .containsEntry("grid_station", 842L)
                .containsEntry("street_office", 34L)
                .containsEntry("community_committee", 504L);
    }

    @Test
    void theCatalogueSpeaksAsPeopleDo() {
        List<CSVRecord> leaves =
                rows("matters").filter(row -> !row.get("parent").isEmpty()).toList();
        assertThat(leaves)
                .hasSizeGreaterThanOrEqualTo(150)
                .allSatisfy(row -> assertThat(row.get("phrases").split(";"))
                        .as(row.get("code"))
                        .hasSizeGreaterThanOrEqualTo(8));
        assertThat(leaves.stream().map(row -> row.get("parent")).distinct()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void everyMatterHasSomeoneToLeadInEveryStreetAndEveryCounty() {
        Map<String, List<CSVRecord>> duties = rows("duty").collect(Collectors.groupingBy(row -> row.get("matter")));
        Map<String, Set<String>> areasByLead = new HashMap<>();
        rows("units").forEach(unit -> {
            areasByLead.put(unit.get("code"), Set.of(unit.get("area")));
            areasByLead.merge("kind:" + unit.get("kind"), Set.of(unit.get("area")), CityPackTest::union);
        });
        List<CSVRecord> leaves =
                rows("matters").filter(row -> !row.get("parent").isEmpty()).toList();
        for (CSVRecord matter : leaves) {
            assertThat(duties).containsKey(matter.get("code"));
            assertThat(level("street"))
                    .allSatisfy(street -> assertThat(duties.get(matter.get("code")))
                            .as(matter.get("code") + " in " + street.get("name"))
                            .anyMatch(duty ->
                                    serves(street.get("code"), areasByLead.getOrDefault(duty.get("lead"), Set.of()))));
        }
        rows("duty")
                .filter(duty -> duty.get("level").equals("county"))
                .forEach(duty -> assertThat(level("county"))
                        .allSatisfy(county -> assertThat(serves(
                                        county.get("code"), areasByLead.getOrDefault(duty.get("lead"), Set.of())))
                                .as(duty.get("matter") + " in " + county.get("name"))
                                .isTrue()));
    }

    /** Mission row C9: the firm at once with a clock, its community copied. */
    @Test
    void whateverIsAboutThePropertyIsCopiedToTheCommunity() {
        assertThat(rows("duty").filter(duty -> duty.get("matter").startsWith("prop-")))
                .hasSizeGreaterThan(20)
                .allSatisfy(duty -> assertThat(duty.get("lead") + ";" + duty.get("assists") + ";"
                                + (isLedByTheCommunity(duty.get("matter")) ? COMMUNITY : ""))
                        .as(duty.get("matter") + " at the " + duty.get("level"))
                        .contains(COMMUNITY));
    }

    /** On its own level: it has the ticket before anybody above. */
    private static boolean isLedByTheCommunity(String matter) {
        return rows("duty")
                .anyMatch(duty -> duty.get("matter").equals(matter)
                        && duty.get("level").equals("community")
                        && duty.get("lead").equals(COMMUNITY));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** A unit works in the area itself or one above it. */
    private boolean serves(String area, Set<String> served) {
        for (CSVRecord at = areas.get(area); at != null; at = areas.get(at.get("parent"))) {
            if (served.contains(at.get("code"))) {
                return true;
            }
        }
        return false;
    }

    private List<CSVRecord> level(String level) {
        return areas.values().stream()
                .filter(row ->
                        row.get("level").equals(level) && row.get("valid_to").isEmpty())
                .toList();
    }

    private List<CSVRecord> below(String code) {
        return areas.values().stream()
                .filter(row -> row.get("parent").equals(code))
                .toList();
    }

    private static int households(CSVRecord row) {
        return Integer.parseInt(row.get("households"));
    }

    private static long count(List<CSVRecord> rows, String column) {
        return rows.stream().filter(row -> row.get(column).equals("yes")).count();
    }

    private static Map<String, Polygon> outlines() {
        try {
            JsonNode all = JsonMapper.shared().readTree(Files.readString(PACK.resolve("boundaries.geojson")));
            var outlines = new HashMap<String, Polygon>();
            all.path("features").forEach(feature -> {
                var ring = new ArrayList<Coordinate>();
                feature.at("/geometry/coordinates/0")
                        .forEach(point -> ring.add(new Coordinate(
                                point.path(0).asDouble(), point.path(1).asDouble())));
                outlines.put(
                        feature.at("/properties/code").asString(),
                        GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new)));
            });
            return outlines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CSVRecord> rows(String table) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            return format.parse(Files.newBufferedReader(PACK.resolve(table + ".csv"))).getRecords().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
