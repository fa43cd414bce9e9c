package org.mulin.demo.internal.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mulin.demo.internal.script.People.Person;
import org.mulin.demo.internal.script.Phrasebook.Phrase;
import org.mulin.demo.internal.script.Phrasebook.Saying;
import org.mulin.demo.internal.script.Tale.How;

/** Puts a saying into somebody's mouth: where they live, in their way of speaking, in words not used before. */
final class Scenes {
    private static final int TRIES_MAX = 40;
    private static final Map<String, String> KINDS =
            Map.of("小区", "compound", "路", "road", "学校", "school", "市场", "market", "公园", "park");
    /** Of several places in one sentence the most exact is where it is. */
    private static final List<String> EXACT_FIRST = List.of("小区", "市场", "学校", "公园", "路", "村", "社区");

    private final Cast cast;
    private final RandomGenerator random;

    Scenes(Cast cast, RandomGenerator random) {
        this.cast = cast;
        this.random = random;
    }

    record Scene(String words, @Nullable Spot spot, How how) {}

    Scene of(Saying saying, Person person) {
        Scene scene = new Scene("", null, How.WORDS);
        for (int i = 0; i < TRIES_MAX; i++) {
            Map<String, Spot> spots = new HashMap<>();
            String core = Phrasebook.filled(saying.words(), slot -> named(slot, person.home(), spots), random);
            String words = framed(core, person.style());
            Spot spot = EXACT_FIRST.stream()
                    .filter(spots::containsKey)
                    .map(spots::get)
                    .findFirst()
                    .orElse(null);
            scene = new Scene(words, spot, how(spot));
            if (cast.said().add(words)) {
                return scene;
            }
        }
        return scene;
    }

    /** Without a place. */
    Scene nowhere(List<Phrase> choices, Person person) {
        String words = "";
        for (int i = 0; i < TRIES_MAX; i++) {
            words = framed(Phrasebook.pick(choices, random).words(), person.style());
            if (cast.said().add(words)) {
                break;
            }
        }
        return new Scene(words, null, How.WORDS);
    }

    private How how(@Nullable Spot spot) {
        int drawn = random.nextInt(10);
        if (spot == null || drawn < 2) {
            return How.WORDS;
        }
        return drawn < 7 && spot.lon() != null ? How.POINT : How.CHOSEN;
    }

    private String framed(String core, String style) {
        Phrasebook book = cast.book();
        return book.any("opening", style, random)
                + core
                + book.any("detail", style, random)
                + book.any("closing", style, random);
    }

    private String named(String slot, Spot home, Map<String, Spot> spots) {
        return switch (slot) {
            case "栋" -> 1 + random.nextInt(16) + "栋";
            case "单元" -> 1 + random.nextInt(12) + "栋" + (1 + random.nextInt(3)) + "单元";
            case "层" -> 2 + random.nextInt(17) + "楼";
            case "社区", "村" -> spots.computeIfAbsent(slot, ignored -> home).name();
            default -> near(slot, home, spots).name();
        };
    }

    /** Near what was named before, so that a road and a compound of one sentence are neighbours. */
    private Spot near(String slot, Spot home, Map<String, Spot> spots) {
        Spot known = spots.get(slot);
        if (known != null) {
            return known;
        }
        String kind = KINDS.get(slot);
        if (kind == null) {
            throw new IllegalStateException("no kind of place is called " + slot);
        }
        Spot around = home;
        for (Spot named : spots.values()) {
            Spot community = cast.town().communityOf(named);
            around = community == null ? around : community;
        }
        Spot spot = cast.town().near(around, kind, random).orElse(home);
        spots.put(slot, spot);
        return spot;
    }
}
