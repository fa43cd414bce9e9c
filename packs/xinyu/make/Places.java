import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Invents compounds, roads and other places, and writes places.csv. */
final class Places {
    static final int COMPOUNDS = 900;
    private static final int ROADS = 130;
    private static final int LANES = 150;
    private static final int LANDMARKS = 190;
    private static final int RURAL = 90;
    private static final int SAME_IN_TWO_COUNTIES = 8;

    /** A compound and the grid it lies in. */
    record Compound(String name, Cell grid, int households) {}

    final List<Compound> compounds = new ArrayList<>();
    private final Territory territory;
    private final Random random;
    private final Map<String, List<String>> words;
    private final Set<String> taken = new HashSet<>();
    private final Csv table = new Csv("name,kind,area,aliases,lon,lat");
    private final List<Cell> grids;

    Places(Territory territory, Random random, Map<String, List<String>> words) {
        this.territory = territory;
        this.random = random;
        this.words = words;
        this.grids = territory.ordered().stream().filter(cell -> cell.grid).toList();
        territory.divisions.communities.forEach(community -> taken.add(community.bare()));
    }

    static Map<String, List<String>> words(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toMap(List::getFirst, line -> line.subList(1, line.size())));
    }

    void write(Path pack) throws IOException {
        story(Csv.read(pack.resolve("make/story.csv")));
        compounds();
        roads();
        others();
        table.write(pack.resolve("places.csv"));
    }

    private void story(List<Map<String, String>> rows) {
        Map<String, Cell> byCode = grids.stream().collect(Collectors.toMap(cell -> cell.code, cell -> cell));
        Map<String, Long> shares = rows.stream()
                .filter(row -> row.get("kind").equals("compound"))
                .collect(Collectors.groupingBy(row -> row.get("area"), Collectors.counting()));
        for (Map<String, String> row : rows) {
            taken.add(row.get("name").substring(0, 2));
            Cell grid = byCode.get(row.get("area"));
            boolean road = row.get("kind").equals("road");
            if (row.get("kind").equals("compound")) {
                int part = (int) (grid.households / shares.get(grid.code));
                compounds.add(new Compound(row.get("name"), grid, part - 6 + random.nextInt(5)));
            }
            put(row.get("name"), row.get("kind"), row.get("area"), row.get("aliases"), road ? null : grid);
        }
    }

    private void put(String name, String kind, String area, String aliases, Cell at) {
        double[] point = at == null ? null : Tessellation.inside(at, random);
        table.add(
                name,
                kind,
                area,
                aliases,
                point == null ? "" : degrees(point[0]),
                point == null ? "" : degrees(point[1]));
    }

    private static String degrees(double degrees) {
        return String.format(java.util.Locale.ROOT, "%.6f", degrees);
    }

    /** Two letters that no other place and no community begins with. */
    private String fresh() {
        while (true) {
            String word = pick("first") + pick("second");
            if (word.charAt(0) != word.charAt(1) && taken.add(word)) {
                return word;
            }
        }
    }

    private String pick(String use) {
        List<String> choice = words.get(use);
        return choice.get(random.nextInt(choice.size()));
    }

    private void compounds() {
        List<Cell> slots = slots();
        var works = new ArrayList<String>();
        for (String plant : words.get("works")) {
            works.addAll(List.of(plant + "宿舍", plant + "家属院"));
        }
        Collections.shuffle(works, random);
        for (int i = 0; i < slots.size(); ) {
            int left = slots.size() - i;
            double chance = random.nextDouble();
            if (chance < .055 && !works.isEmpty()) {
                String name = works.removeLast();
                compound(name, name.endsWith("宿舍") ? "老" + name : name.replace("家属院", "家属区"), slots.get(i++));
            } else if (chance < .2 && left >= 2) {
                i = family(slots, i, chance < .13 ? List.of("一期", "二期", "三期") : sides(), left);
            } else {
                String word = fresh();
                String kind = pick("compound");
                compound(word + kind, alias(word, kind), slots.get(i++));
            }
        }
        sameInTwoCounties();
        compounds.stream()
                .skip(12)
                .forEach(one -> put(one.name, "compound", one.grid.code, aliases.get(one), one.grid));
    }

    private final Map<Compound, String> aliases = new HashMap<>();

    private List<String> sides() {
        return random.nextBoolean() ? List.of("东区", "西区") : List.of("南区", "北区");
    }

    /** 一期, 二期 … of one name, in neighbouring slots. */
    private int family(List<Cell> slots, int from, List<String> parts, int left) {
        String word = fresh();
        String kind = pick("compound");
        int count = Math.min(left, parts.size() == 3 && random.nextInt(3) > 0 ? 2 : parts.size());
        for (int i = 0; i < count; i++) {
            String part = parts.get(i);
            String number = part.endsWith("期") ? ";" + word + kind + (i + 1) + "期" : "";
            compound(word + kind + part, word + part + number, slots.get(from + i));
        }
        return from + count;
    }

    /** What people say for short, or said before the place was renamed. */
    private String alias(String word, String kind) {
        return switch (random.nextInt(8)) {
            case 0 -> oldName() + ";" + word + "苑";
            case 1 -> word + "院";
            case 2 -> kind.equals("小区") ? word + "苑小区" : word + "小区";
            default -> "";
        };
    }

    private String oldName() {
        while (true) {
            String name = "原" + pick("works") + random.nextInt(2, 20) + "号院";
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private void compound(String name, String alias, Cell grid) {
        long there = compounds.stream().filter(one -> one.grid == grid).count();
        long all = planned.getOrDefault(grid, 1);
        int part = (int) (grid.households / Math.max(all, there + 1) * (.86 + random.nextDouble() * .12));
        var compound = new Compound(name, grid, part);
        compounds.add(compound);
        aliases.put(compound, alias);
    }

    private final Map<Cell, Integer> planned = new LinkedHashMap<>();

    /** How many compounds each grid holds: most one, some none or two; 900 with those of the story. */
    private List<Cell> slots() {
        List<Cell> free = grids.stream()
                .filter(grid -> compounds.stream().noneMatch(one -> one.grid == grid))
                .toList();
        int wanted = COMPOUNDS - compounds.size();
        free.forEach(grid -> planned.put(grid, random.nextDouble() < .14 ? 0 : 1));
        int sum = planned.values().stream().mapToInt(Integer::intValue).sum();
        while (sum < wanted) {
            Cell grid = free.get(random.nextInt(free.size()));
            if (planned.get(grid) >= 1 && planned.get(grid) < 3) {
                planned.merge(grid, 1, Integer::sum);
                sum++;
            }
        }
        return free.stream()
                .flatMap(grid -> Collections.nCopies(planned.get(grid), grid).stream())
                .toList();
    }

    /** The likeness that trips people: one name in 渝水 and in 分宜. */
    private void sameInTwoCounties() {
        List<Integer> there = new ArrayList<>();
        for (int i = 12; i < compounds.size(); i++) {
            if (compounds.get(i).grid.street.code.startsWith("360521")
                    && compounds.get(i).name.length() <= 4) {
                there.add(i);
            }
        }
        Collections.shuffle(there, random);
        List<Compound> models = compounds.stream()
                .skip(12)
                .filter(one -> one.grid.street.code.startsWith("360502") && one.name.matches("..(小区|花园|新村|家园)"))
                .limit(SAME_IN_TWO_COUNTIES)
                .toList();
        for (int i = 0; i < models.size(); i++) {
            Compound renamed = compounds.get(there.get(i));
            var twin = new Compound(models.get(i).name, renamed.grid, renamed.households);
            aliases.put(twin, "");
            compounds.set(there.get(i), twin);
        }
    }

    private void roads() {
        for (int i = 0; i < ROADS; i++) {
            String word = fresh();
            String kind = pick("road");
            if (kind.equals("路") && random.nextInt(4) == 0) {
                road(word + pick("side") + "路", word + "路");
            } else {
                road(word + kind, kind.equals("大道") ? word + "路" : "");
            }
        }
        for (int i = 0; i < LANES; i++) {
            Cell grid = grids.get(random.nextInt(grids.size()));
            put(fresh() + pick("lane"), "road", grid.code, "", null);
        }
    }

    /** Runs straight through grids; listed in each community it touches, a long one for the street or county. */
    private void road(String name, String alias) {
        Cell at = grids.get(random.nextInt(grids.size()));
        double angle = random.nextDouble() * Math.PI * 2;
        int length = 3 + random.nextInt(14);
        var touched = new LinkedHashSet<Divisions.Community>();
        var passed = new HashSet<Cell>();
        for (int i = 0; i < length; i++) {
            passed.add(at);
            touched.add(at.community);
            Cell here = at;
            Cell next = at.neighbours.stream()
                    .filter(cell -> cell.grid && !passed.contains(cell))
                    .max(Comparator.comparingDouble(
                            cell -> Math.cos(Math.atan2(cell.y - here.y, cell.x - here.x) - angle)))
                    .orElse(null);
            if (next == null || Math.cos(Math.atan2(next.y - at.y, next.x - at.x) - angle) < .3) {
                break;
            }
            at = next;
        }
        if (touched.size() <= 4) {
            touched.forEach(community -> put(name, "road", community.code, alias, null));
            return;
        }
        Set<String> streets = touched.stream().map(one -> one.street.fullCode()).collect(Collectors.toSet());
        String county = touched.getFirst().street.county();
        put(name, "road", streets.size() == 1 ? streets.iterator().next() : county, alias, null);
    }

    private void others() {
        String[] kinds = {"school", "market", "park", "landmark", "landmark"};
        for (int i = 0; i < LANDMARKS; i++) {
            String kind = kinds[i % kinds.length];
            Cell grid = grids.get(random.nextInt(grids.size()));
            String word = fresh();
            String what = pick(kind);
            put(word + what, kind, grid.code, what.equals("农贸市场") ? word + "菜市场" : "", grid);
        }
        List<Cell> villages =
                territory.ordered().stream().filter(cell -> !cell.grid).toList();
        for (int i = 0; i < RURAL; i++) {
            Cell village = villages.get(random.nextInt(villages.size()));
            put(fresh() + pick("rural"), "landmark", village.code, "", village);
        }
    }
}
