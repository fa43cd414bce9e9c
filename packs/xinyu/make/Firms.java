import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invents the property firms and who governs each compound; writes compounds.csv. */
final class Firms {
    static final int FIRMS = 121;
    private static final int COMMITTEES = 596;
    private static final int PARTY = 519;
    private static final int MAJORITY = 217;
    private static final String STORY_FIRM = "property";
    private static final Set<String> STORY = Set.of("360502001001", "360502001007");

    /** A firm and the area that all its compounds lie in. */
    record Firm(String code, String name, String area, Divisions.Street street) {}

    final List<Firm> firms = new ArrayList<>();
    private final Random random;
    private final Map<String, List<String>> words;
    private final Map<String, Firm> byArea = new HashMap<>();

    Firms(Random random, Map<String, List<String>> words) {
        this.random = random;
        this.words = words;
    }

    /** One firm for each urban community; the largest compounds have one of their own. */
    void found(Divisions divisions, List<Places.Compound> compounds) {
        var story = divisions.streets.get("360502001");
        firms.add(new Firm(STORY_FIRM, "睦和物业服务有限公司", story.fullCode(), story));
        var names = new ArrayList<String>();
        for (String word : words.get("firm")) {
            names.addAll(List.of("新余" + word, "江西" + word, word + "城市", "渝" + word));
        }
        Collections.shuffle(names, random);
        for (Divisions.Community community : divisions.communities) {
            if (community.urban && !STORY.contains(community.code)) {
                found(names.removeLast(), community.code, community.street);
            }
        }
        var grids = new HashSet<String>();
        compounds.stream()
                .filter(one -> !STORY.contains(one.grid().community.code))
                .sorted((one, other) -> other.households() - one.households())
                .filter(one -> grids.add(one.grid().code))
                .limit(FIRMS - firms.size())
                .toList()
                .forEach(one -> found(names.removeLast(), one.grid().code, one.grid().street));
    }

    private void found(String name, String area, Divisions.Street street) {
        var firm = new Firm(
                String.format(java.util.Locale.ROOT, "firm-%03d", firms.size()), name + "物业服务有限公司", area, street);
        firms.add(firm);
        byArea.put(area, firm);
    }

    void write(Path pack, List<Places.Compound> compounds) throws IOException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < compounds.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        var table = new Csv("name,area,households,built,firm,owners_committee,party_organization,party_majority");
        for (int i = 0; i < compounds.size(); i++) {
            Places.Compound one = compounds.get(i);
            int rank = order.get(i);
            table.add(
                    one.name(),
                    one.grid().code,
                    one.households(),
                    1982 + random.nextInt(42),
                    firm(one, i),
                    rank < COMMITTEES ? "yes" : "no",
                    rank < PARTY ? "yes" : "no",
                    rank < MAJORITY ? "yes" : "no");
        }
        table.write(pack.resolve("compounds.csv"));
    }

    /** Every firm serves somewhere; about one compound in six has none. */
    private String firm(Places.Compound one, int number) {
        Firm own = byArea.get(one.grid().code);
        if (own != null) {
            return own.code;
        }
        if (STORY.contains(one.grid().community.code)) {
            return STORY_FIRM;
        }
        Firm firm = byArea.get(one.grid().community.code);
        boolean first = served.add(firm.code);
        return first || number % 6 != 0 ? firm.code : "";
    }

    private final Set<String> served = new HashSet<>();
}
