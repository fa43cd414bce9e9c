import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** Lays communities and grids into the streets and writes areas.csv and boundaries.geojson. */
final class Territory {
    static final int GRIDS = 842;
    private static final double GRID_KM2 = 0.24;
    /** How much communities differ in size. */
    private static final double WEIGHT_KM2 = .9;

    private static final String STORY_STREET = "360502001";
    private static final Map<String, int[]> STORY = Map.of(
            "360502001001", new int[] {412, 388, 424},
            "360502001007", new int[] {356, 441, 381});
    private static final int STORY_GRIDS = 6;
    private static final double[] CORE = {Tessellation.x(114.935), Tessellation.y(27.81)};
    private static final String[] NUMBERS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    final Divisions divisions;
    final List<Cell> cells = new ArrayList<>();
    private final Random random;

    Territory(Divisions divisions, Random random) {
        this.divisions = divisions;
        this.random = random;
    }

    void lay(long seed) {
        var tessellation = new Tessellation(List.copyOf(divisions.streets.values()));
        Map<Divisions.Street, Integer> grids = gridsByStreet();
        divisions.streets.values().forEach(street -> seeds(tessellation, street, grids.getOrDefault(street, 0)));
        tessellation.draw(cells, seed);
        divisions.streets.values().stream().filter(grids::containsKey).forEach(this::group);
        divisions.communities.forEach(this::number);
    }

    /** As many grids for each street as it has urban communities, 842 in all. */
    private Map<Divisions.Street, Integer> gridsByStreet() {
        long urban = divisions.communities.stream().filter(one -> one.urban).count() - STORY.size();
        var grids = new HashMap<Divisions.Street, Integer>();
        int left = GRIDS;
        for (Divisions.Street street : divisions.streets.values()) {
            int communities = street.urban().size();
            if (communities > 0) {
                boolean story = street.code.equals(STORY_STREET);
                int here = (int) Math.round(
                                (GRIDS - STORY_GRIDS) * (communities - (story ? STORY.size() : 0)) / (double) urban)
                        + (story ? STORY_GRIDS : 0);
                grids.put(street, here);
                left -= here;
            }
        }
        int rest = left;
        grids.computeIfPresent(divisions.streets.get("360502002"), (_, here) -> here + rest);
        return grids;
    }

    private void seeds(Tessellation tessellation, Divisions.Street street, int grids) {
        boolean ofTheCity = Math.hypot(street.x - CORE[0], street.y - CORE[1]) < 15;
        List<double[]> land =
                ofTheCity ? tessellation.land(street, CORE[0], CORE[1]) : tessellation.land(street, street.x, street.y);
        int rural = street.communities.size() - street.urban().size();
        double share = rural == 0 ? 1 : Math.min(.8, grids * GRID_KM2 / Tessellation.area(land));
        int border = grids == 0 ? 0 : (int) (land.size() * share);
        System.out.printf(
                Locale.ROOT,
                "%s %.0f km², %d grids %.2f km² each, %d others%n",
                street.name,
                Tessellation.area(land),
                grids,
                Tessellation.area(land.subList(0, border)) / Math.max(1, grids),
                rural);
        if (grids > 0) {
            Tessellation.spread(land.subList(0, border), grids, random)
                    .forEach(at -> cells.add(new Cell(at[0], at[1], street, true)));
        }
        if (rural > 0) {
            List<double[]> at = Tessellation.spread(land.subList(border, land.size()), rural, random);
            List<Divisions.Community> others =
                    street.communities.stream().filter(one -> !one.urban).toList();
            for (int i = 0; i < rural; i++) {
                var cell = new Cell(at.get(i)[0], at.get(i)[1], street, false);
                cell.community = others.get(i);
                others.get(i).cells.add(cell);
                cells.add(cell);
            }
        }
    }

    /** Joins a street's grids to its urban communities, each in one piece. */
    private void group(Divisions.Street street) {
        List<Cell> grids = cells.stream()
                .filter(cell -> cell.grid && cell.street == street)
                .toList();
        var free = new ArrayList<>(grids);
        for (Divisions.Community community : street.urban()) {
            if (STORY.containsKey(community.code)) {
                story(community, free);
            }
        }
        List<Divisions.Community> communities = street.urban().stream()
                .filter(community -> !STORY.containsKey(community.code))
                .toList();
        for (int attempt = 0; attempt < 4000; attempt++) {
            if (cluster(free, communities) && joined(free, communities)) {
                return;
            }
        }
        throw new IllegalStateException("no division of " + street.name + " into communities was found");
    }

    private void story(Divisions.Community community, List<Cell> free) {
        double x = Tessellation.x(114.935);
        double y = Tessellation.y(community.code.endsWith("001") ? 27.7985 : 27.7935);
        Cell first = free.stream()
                .min(Comparator.comparingDouble(cell -> cell.distance2(x, y)))
                .orElseThrow();
        var chosen = new ArrayList<>(List.of(first));
        while (chosen.size() < STORY.get(community.code).length) {
            chosen.add(chosen.stream()
                    .flatMap(cell -> cell.neighbours.stream())
                    .filter(cell -> free.contains(cell) && !chosen.contains(cell))
                    .min(Comparator.comparingDouble(cell -> cell.distance2(x, y)))
                    .orElseThrow());
        }
        free.removeAll(chosen);
        chosen.forEach(cell -> cell.community = community);
    }

    private boolean cluster(List<Cell> grids, List<Divisions.Community> communities) {
        int count = communities.size();
        var weights = new double[count];
        var centres = new double[count][];
        for (int i = 0; i < count; i++) {
            weights[i] = random.nextDouble() * WEIGHT_KM2;
            Cell at = grids.get(random.nextInt(grids.size()));
            centres[i] = new double[] {at.x, at.y};
        }
        for (int round = 0; round < 12; round++) {
            var sums = new double[count][3];
            for (Cell cell : grids) {
                int best = 0;
                double least = Double.MAX_VALUE;
                for (int i = 0; i < count; i++) {
                    double distance = cell.distance2(centres[i][0], centres[i][1]) - weights[i];
                    if (distance < least) {
                        least = distance;
                        best = i;
                    }
                }
                cell.community = communities.get(best);
                sums[best][0] += cell.x;
                sums[best][1] += cell.y;
                sums[best][2]++;
            }
            for (int i = 0; i < count; i++) {
                if (sums[i][2] > 0) {
                    centres[i] = new double[] {sums[i][0] / sums[i][2], sums[i][1] / sums[i][2]};
                }
            }
        }
        Map<Divisions.Community, Long> sizes =
                grids.stream().collect(Collectors.groupingBy(cell -> cell.community, Collectors.counting()));
        return sizes.size() == count && sizes.values().stream().allMatch(size -> size >= 3 && size <= 24);
    }

    private static boolean joined(List<Cell> grids, List<Divisions.Community> communities) {
        return communities.stream().allMatch(community -> {
            Set<Cell> own =
                    grids.stream().filter(cell -> cell.community == community).collect(Collectors.toSet());
            var reached = new HashSet<Cell>();
            var open = new ArrayDeque<>(List.of(own.iterator().next()));
            while (!open.isEmpty()) {
                Cell cell = open.remove();
                if (own.contains(cell) && reached.add(cell)) {
                    open.addAll(cell.neighbours);
                }
            }
            return reached.size() == own.size();
        });
    }

    private void number(Divisions.Community community) {
        if (!community.urban) {
            Cell cell = community.cells.getFirst();
            cell.code = community.code;
            cell.name = community.name;
            cell.households = community.village ? 180 + random.nextInt(720) : 260 + random.nextInt(1500);
            community.households = cell.households;
            return;
        }
        cells.stream()
                .filter(cell -> cell.grid && cell.community == community)
                .sorted(Comparator.comparingDouble(cell -> cell.x - 1.7 * cell.y))
                .forEach(community.cells::add);
        int[] told = STORY.get(community.code);
        int count = community.cells.size();
        double mean = count <= 9
                ? Math.min(2900.0 / count, 330 + random.nextDouble() * 120)
                : 340 + random.nextDouble() * 110;
        for (int i = 0; i < count; i++) {
            Cell cell = community.cells.get(i);
            double own = mean * (.9 + random.nextDouble() * .2);
            cell.households = told != null ? told[i] : (int) Math.max(301, Math.min(499, own));
            cell.code = community.code + String.format(Locale.ROOT, "%03d", i + 1);
            cell.name = community.bare() + "第" + chinese(i + 1) + "网格";
            community.households += cell.households;
        }
    }

    static String chinese(int number) {
        String ones = number % 10 == 0 ? "" : NUMBERS[number % 10 - 1];
        return number < 10 ? ones : (number < 20 ? "" : NUMBERS[number / 10 - 1]) + "十" + ones;
    }

    void write(Path pack) throws IOException {
        var areas = new Csv("code,name,level,parent,aliases,households,valid_from,valid_to,predecessors");
        int all = divisions.communities.stream().mapToInt(one -> one.households).sum();
        areas.add(Divisions.CITY, "新余市", "city", "", "", all, "2016-07-31", "", "");
        county(areas, "360502000000", "渝水区");
        county(areas, "360521000000", "分宜县");
        for (Map<String, String> gone : divisions.crosswalk) {
            String code = gone.get("old_code");
            areas.add(
                    code + "000",
                    gone.get("old_name"),
                    "street",
                    code.substring(0, 6) + "000000",
                    "",
                    "",
                    "2016-07-31",
                    "2023-06-30",
                    "");
        }
        divisions.streets.values().forEach(street -> street(areas, street));
        divisions.communities.forEach(community -> community(areas, community));
        for (Cell cell : ordered()) {
            if (cell.grid) {
                int number = Integer.parseInt(cell.code.substring(12));
                String bare = cell.community.bare();
                areas.add(
                        cell.code,
                        cell.name,
                        "grid",
                        cell.community.code,
                        bare + number + "网格;" + bare + chinese(number) + "网格",
                        cell.households,
                        "2024-01-01",
                        "",
                        "");
            }
        }
        areas.write(pack.resolve("areas.csv"));
        Files.writeString(pack.resolve("boundaries.geojson"), geojson());
    }

    private void county(Csv areas, String code, String name) {
        int households = divisions.communities.stream()
                .filter(one -> one.street.county().equals(code))
                .mapToInt(one -> one.households)
                .sum();
        areas.add(code, name, "county", Divisions.CITY, "", households, "2016-07-31", "", "");
    }

    private void street(Csv areas, Divisions.Street street) {
        String predecessors = divisions.crosswalk.stream()
                .filter(row -> row.get("new_street").equals(street.code))
                .map(row -> row.get("old_code") + "000")
                .collect(Collectors.joining(";"));
        boolean since2016 = street.communities.stream().anyMatch(one -> one.code.startsWith(street.code));
        String bare = street.name.replaceAll("街道$", "");
        String aliases = street.name.endsWith("街道")
                ? street.name + "办事处;" + street.name + "办;" + bare + "办事处"
                : street.name + (street.name.endsWith("林场") ? "场部" : "人民政府");
        int households =
                street.communities.stream().mapToInt(one -> one.households).sum();
        areas.add(
                street.fullCode(),
                street.name,
                "street",
                street.county(),
                aliases,
                households,
                since2016 ? "2016-07-31" : "2023-06-30",
                "",
                predecessors);
    }

    private static void community(Csv areas, Divisions.Community community) {
        var aliases = new ArrayList<String>();
        if (community.village) {
            aliases.add(community.name + "委会");
            aliases.add(community.name + "民委员会");
        } else {
            aliases.add(community.name + "居委会");
            aliases.add(community.name + "居民委员会");
            String bare = community.bare();
            if (bare.length() >= 3 && !bare.matches(".*(路|街|巷|厂|湖|江|村)") || bare.equals("百花湖")) {
                aliases.add(bare);
            }
        }
        areas.add(
                community.code,
                community.name,
                "community",
                community.street.fullCode(),
                String.join(";", aliases),
                community.households,
                "2016-07-31",
                "",
                "");
    }

    List<Cell> ordered() {
        return cells.stream().sorted(Comparator.comparing(cell -> cell.code)).toList();
    }

    private String geojson() {
        return ordered().stream()
                .map(Territory::feature)
                .collect(Collectors.joining(
                        ",\n", "{\"type\":\"FeatureCollection\",\"synthetic\":true,\"features\":[\n", "\n]}\n"));
    }

    private static String feature(Cell cell) {
        var ring = new StringBuilder();
        for (Coordinate corner : cell.polygon.getExteriorRing().getCoordinates()) {
            ring.append(ring.isEmpty() ? "" : ",")
                    .append('[')
                    .append(number(corner.x))
                    .append(',')
                    .append(number(corner.y))
                    .append(']');
        }
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + cell.code + "\",\"name\":\"" + cell.name
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
    }

    private static String number(double degrees) {
        return new java.math.BigDecimal(degrees)
                .setScale(6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
