import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real divisions of Xinyu: streets and towns of 2023, communities and villages of 2016, and what joins them. */
final class Divisions {
    static final String CITY = "360500000000";
    private static final int VILLAGES_FROM = 200;

    /** A street, town, township or forest farm of 2023. */
    static final class Street {
        final String code;
        final String name;
        final double x;
        final double y;
        final double radius;
        final List<Community> communities = new ArrayList<>();

        Street(String code, String name, double x, double y, double radius) {
            this.code = code;
            this.name = name;
            this.x = x;
            this.y = y;
            this.radius = radius;
        }

        String county() {
            return code.substring(0, 6) + "000000";
        }

        String fullCode() {
            return code + "000";
        }

        List<Community> urban() {
            return communities.stream().filter(community -> community.urban).toList();
        }
    }

    /** A community or village of 2016. Urban ones have grids. */
    static final class Community {
        final String code;
        final String name;
        final boolean urban;
        final boolean village;
        final Street street;
        final List<Cell> cells = new ArrayList<>();
        int households;

        Community(String code, String name, boolean urban, boolean village, Street street) {
            this.code = code;
            this.name = name;
            this.urban = urban;
            this.village = village;
            this.street = street;
        }

        /** Without 社区 or 村 at its end. */
        String bare() {
            return name.replaceAll("(社区|村)$", "");
        }
    }

    final Map<String, Street> streets = new TreeMap<>();
    final List<Community> communities = new ArrayList<>();
    final List<Map<String, String>> crosswalk;

    Divisions(Path divisions, Path make) throws IOException {
        crosswalk = Csv.read(make.resolve("crosswalk.csv"));
        var places = new HashMap<String, Map<String, String>>();
        Csv.read(make.resolve("streets.csv")).forEach(row -> places.put(row.get("code"), row));
        Csv.read(divisions.resolve("modood2023_streets.csv.gz")).stream()
                .filter(row -> row.get("cityCode").equals("3605"))
                .forEach(row -> addStreet(row, places.get(row.get("code"))));
        Csv.read(divisions.resolve("xinyu_3605_2016.csv.gz")).stream()
                .filter(row -> row.get("level").equals("village"))
                .sorted(Comparator.comparing(row -> row.get("code")))
                .forEach(this::addCommunity);
    }

    private void addStreet(Map<String, String> row, Map<String, String> place) {
        double x = Tessellation.x(Double.parseDouble(place.get("lon")));
        double y = Tessellation.y(Double.parseDouble(place.get("lat")));
        double radius = Double.parseDouble(place.get("radius_km"));
        streets.put(row.get("code"), new Street(row.get("code"), row.get("name"), x, y, radius));
    }

    private void addCommunity(Map<String, String> row) {
        String code = row.get("code");
        String old = code.substring(0, 9);
        Street street = streets.containsKey(old) ? streets.get(old) : streets.get(successor(old));
        boolean village = Integer.parseInt(code.substring(9)) >= VILLAGES_FROM;
        boolean countyTown = old.equals("360521100") || old.equals("360521001");
        boolean urban = !village && (row.get("ur_code").equals("111") || countyTown);
        String name = row.get("name")
                .replaceAll("^(仙来办事处|仙来办|凤阳乡)", "")
                .replaceAll("(社区管理委员会社区)$", "社区")
                .replaceAll("(社区)?(居民委员会|居委会|家委会)$", "社区")
                .replaceAll("村民委员会$", "村");
        var community = new Community(code, name, urban, village, street);
        street.communities.add(community);
        communities.add(community);
    }

    private String successor(String old) {
        return crosswalk.stream()
                .filter(row -> row.get("old_code").equals(old))
                .map(row -> row.get("new_street"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no successor of " + old + " in crosswalk.csv"));
    }
}
