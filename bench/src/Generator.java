import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A year of tickets straight into PostgreSQL, the same ones for the same seed: busy grids and quiet ones, common
 * matters and rare ones, mornings and evenings, most of them closed, the newest still in hand, some late. Every
 * ticket has its appeal, part, history and verdict, as if the program had written them.
 */
final class Generator {
    private static final int CHUNK = 50_000;
    /** The newest so many carry what decided them; kilobytes each, and found by their ticket however many there are. */
    private static final int DECIDED = 200_000;

    private static final int SEED = 20261123;
    private static final Path PACK = Path.of("packs/xinyu");
    /** Units that may have the lead at a place. */
    private static final int UNITS_OF_A_GRID = 6;

    private final Server server;
    private final int tickets;

    Generator(Server server, int tickets) {
        this.server = server;
        this.tickets = tickets;
    }

    void fill() throws Exception {
        Path marker = server.data().resolve("generated");
        if (Files.exists(marker) && Files.readString(marker).equals(String.valueOf(tickets))) {
            System.out.println(tickets + " tickets are there already");
            return;
        }
        long began = System.nanoTime();
        sample();
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            statement.execute("create temp table sample as select facts, decision, pack_versions"
                    + " from ticket.dispatch_decision order by at desc limit 1");
            // whole rows at once: neither foreign keys nor triggers are asked, so the change mark is given here
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set search_path = ticket, public");
            statement.execute("truncate ticket cascade");
            statement.execute("drop index if exists appeal_grams");
            grids(database);
            matters(database);
            String template = Files.readString(Path.of("bench/src/tickets.sql"));
            for (int from = 1; from <= tickets; from += CHUNK) {
                chunk(statement, template, from, Math.min(tickets, from + CHUNK - 1));
                System.out.printf("\r%,d of %,d tickets", Math.min(tickets, from + CHUNK - 1), tickets);
                System.out.flush();
            }
            System.out.println();
            statement.execute("create index appeal_grams on appeal using gin (grams)");
            for (String table : List.of("ticket", "appeal", "part", "history", "verdict", "dispatch_decision")) {
                statement.execute("vacuum analyze " + table);
            }
        }
        Files.writeString(marker, String.valueOf(tickets));
        System.out.printf("generated in %d s%n", (System.nanoTime() - began) / 1_000_000_000);
        server.restart();
    }

    /** A ticket by the program itself, whose decision all of them carry. */
    private void sample() throws Exception {
        List<String> grid = csv("areas.csv").stream()
                .filter(line -> line.get(2).equals("grid"))
                .findFirst()
                .orElseThrow();
        server.staff("hotline-seat").post("/api/tickets", """
                {"channel":"HOTLINE","words":"小区电梯坏了三天，老人上不了楼，请尽快派人来修。","matterCode":"prop-lift",
                 "place":{"areaCode":"%s"},"confidential":false,"outcome":"DISPATCH"}""".formatted(grid.get(0)));
    }

    /** The grids with a point inside and the units that work there, as the pack and the program know them. */
    private static void grids(Connection database) throws Exception {
        Map<String, List<String>> areas = new HashMap<>();
        for (List<String> line : csv("areas.csv")) {
            areas.put(line.get(0), line);
        }
        Map<String, double[]> middles = middles();
        Random random = new Random(SEED);
        try (Statement statement = database.createStatement()) {
            statement.execute("create temp table grid (n int primary key, key text, lon float, lat float)");
            statement.execute("create temp table grid_unit (grid int, k int, unit uuid, primary key (grid, k))");
        }
        Map<String, List<Object>> units = units(database);
        try (PreparedStatement grid = database.prepareStatement("insert into grid values (?, ?, ?, ?)");
                PreparedStatement unit = database.prepareStatement("insert into grid_unit values (?, ?, ?)")) {
            int n = 0;
            List<String> codes = areas.keySet().stream()
                    .filter(code -> code.length() == 15)
                    .sorted()
                    .toList();
            for (String code : codes) {
                String key = key(areas, code);
                double[] middle = middles.getOrDefault(code, new double[] {114.93, 27.79});
                grid.setInt(1, n);
                grid.setString(2, key);
                grid.setDouble(3, middle[0]);
                grid.setDouble(4, middle[1]);
                grid.addBatch();
                List<Object> near = units.entrySet().stream()
                        .filter(entry -> key.startsWith(entry.getKey()))
                        .sorted(Comparator.comparing((Map.Entry<String, List<Object>> entry) ->
                                        entry.getKey().length())
                                .reversed())
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
                for (int k = 0; k < UNITS_OF_A_GRID; k++) {
                    unit.setInt(1, n);
                    unit.setInt(2, k);
                    unit.setObject(3, near.get(k < 2 ? Math.min(k, near.size() - 1) : random.nextInt(near.size())));
                    unit.addBatch();
                }
                n++;
            }
            grid.executeBatch();
            unit.executeBatch();
        }
    }

    private static Map<String, List<Object>> units(Connection database) throws SQLException {
        Map<String, List<Object>> units = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select area_key, id from organization.unit where open order by area_key, code")) {
            while (rows.next()) {
                units.computeIfAbsent(rows.getString(1), ignored -> new ArrayList<>())
                        .add(rows.getObject(2));
            }
        }
        return units;
    }

    /** As in docs/modules/area.md: the parent's key and the own digits, or the whole code where they part ways. */
    private static String key(Map<String, List<String>> areas, String code) {
        List<String> line = areas.get(code);
        int digits = Map.of("city", 4, "county", 6, "street", 9, "community", 12, "grid", 15)
                .get(line.get(2));
        String own = code.substring(0, digits);
        List<String> parent = areas.get(line.get(3));
        if (parent == null) {
            return own;
        }
        List<String> levels = List.of("city", "county", "street", "community", "grid");
        int above = Map.of("city", 4, "county", 6, "street", 9, "community", 12, "grid", 15)
                .get(parent.get(2));
        String parentKey = key(areas, parent.get(0));
        boolean follows = levels.indexOf(parent.get(2)) + 1 == levels.indexOf(line.get(2))
                && own.startsWith(parent.get(0).substring(0, above));
        return follows ? parentKey + own.substring(above) : parentKey + "~" + code;
    }

    /** The average corner of each grid's outline. */
    private static Map<String, double[]> middles() throws Exception {
        Map<String, double[]> middles = new HashMap<>();
        var json = tools.jackson.databind.json.JsonMapper.shared();
        for (var feature : json.readTree(Files.readString(PACK.resolve("boundaries.geojson"))).get("features")) {
            var ring = feature.get("geometry").get("coordinates").get(0);
            ring = ring.get(0).get(0).isArray() ? ring.get(0) : ring;
            double lon = 0;
            double lat = 0;
            for (var corner : ring) {
                lon += corner.get(0).asDouble() / ring.size();
                lat += corner.get(1).asDouble() / ring.size();
            }
            middles.put(feature.get("properties").get("code").asString(), new double[] {lon, lat});
        }
        return middles;
    }

    /** The leaves of the catalogue with words that people say, and the words' pairs of characters. */
    private static void matters(Connection database) throws Exception {
        List<List<String>> lines = csv("matters.csv");
        Set<String> classes = new java.util.HashSet<>();
        lines.forEach(line -> classes.add(line.get(2)));
        var grams = Class.forName("org.mulin.ticket.internal.Grams").getDeclaredMethod("of", String[].class);
        grams.setAccessible(true);
        try (Statement statement = database.createStatement();
                PreparedStatement insert = database.prepareStatement("insert into matter values (?, ?, ?, ?, ?)")) {
            statement.execute(
                    "create temp table matter (n int primary key, code text, name text, words text, grams text[])");
            int n = 0;
            for (List<String> line : lines) {
                if (!classes.contains(line.get(0))) {
                    String words = "小区里" + line.get(1) + "的问题已经好几天了，邻居们都反映过，请尽快派人来看看。";
                    insert.setInt(1, n++);
                    insert.setString(2, line.get(0));
                    insert.setString(3, line.get(1));
                    insert.setString(4, words);
                    insert.setArray(
                            5,
                            database.createArrayOf("text", (Object[]) grams.invoke(null, (Object) new String[] {
                                line.get(1), words
                            })));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static List<List<String>> csv(String name) throws Exception {
        try (var lines = org.apache.commons.csv.CSVFormat.DEFAULT
                .builder()
                .setSkipHeaderRecord(true)
                .setHeader()
                .get()
                .parse(Files.newBufferedReader(PACK.resolve(name)))) {
            return lines.getRecords().stream().map(line -> line.toList()).toList();
        }
    }

    private void chunk(Statement statement, String template, int from, int to) throws SQLException {
        String sql = template
                .replace(":from", String.valueOf(from))
                .replace(":to", String.valueOf(to))
                .replace(":rare", "array['昨天','天还','还有','有一','一只','只孔','孔雀','雀飞','飞进','进院','院子']")
                .replace(":decided", String.valueOf(DECIDED))
                .replace(":tickets", String.valueOf(tickets))
                .replace(":seed", String.valueOf(SEED));
        statement.execute(sql);
    }
}
