package org.mulin.demo.internal.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What people of the demo say: tables in the pack's {@code demo} folder, with slots in braces. */
final class Phrasebook {
    static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    private static final Map<String, List<String>> SMALL_SLOTS = Map.of(
            "久", List.of("一个多星期", "好几天", "半个月", "快一个月", "三四天", "两个多月", "十来天"),
            "天", List.of("两天", "三天", "四天", "快一个星期", "五六天"),
            "次", List.of("两次", "三次", "三四次", "好几次", "不下五次"),
            "夜", List.of("晚上十点多", "晚上十一点多", "半夜十二点", "凌晨一点", "凌晨两点多", "夜里十一点半"),
            "早", List.of("早上五点多", "早上六点", "天刚亮", "早上六点半", "清早"),
            "家人", List.of("我妈", "我爸", "家里老人", "孩子", "我奶奶", "我外公", "婆婆", "老伴", "我爷爷"));

    /** A sentence about one matter. */
    record Saying(String matter, String words) {
        boolean has(String slot) {
            return words.contains("{" + slot + "}");
        }
    }

    /** Something said whatever the matter. */
    record Phrase(String style, String words) {}

    private final List<Saying> sayings;
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, List<String>> results = new HashMap<>();

    private Phrasebook(List<Saying> sayings) {
        this.sayings = sayings;
    }

    /** @param catalogue the matters that the pack knows; nobody speaks of others */
    static Phrasebook read(Path folder, Set<String> catalogue) {
        Phrasebook book = new Phrasebook(
                Sheet.rows(folder.resolve("sayings.csv"), row -> new Saying(row.get("matter"), row.get("words")))
                        .stream()
                        .filter(saying -> catalogue.contains(saying.matter()))
                        .toList());
        Sheet.rows(
                folder.resolve("phrases.csv"),
                row -> book.phrases
                        .computeIfAbsent(row.get("kind"), ignored -> new ArrayList<>())
                        .add(new Phrase(row.get("style"), row.get("words"))));
        Sheet.rows(
                folder.resolve("results.csv"),
                row -> book.results
                        .computeIfAbsent(row.get("matter"), ignored -> new ArrayList<>())
                        .add(row.get("words")));
        return book;
    }

    List<Saying> sayings() {
        return sayings;
    }

    List<Phrase> all(String kind) {
        return phrases.getOrDefault(kind, List.of());
    }

    /** Matters, or classes of them, that have results of their own. */
    Map<String, List<String>> results() {
        return results;
    }

    String any(String kind, RandomGenerator random) {
        return pick(all(kind), random).words();
    }

    String any(String kind, String style, RandomGenerator random) {
        List<Phrase> fitting = all(kind).stream()
                .filter(phrase -> phrase.style().equals(style))
                .toList();
        return pick(fitting, random).words();
    }

    /** What the handler of such a matter reports: of the matter itself, else of its class. */
    String result(String matter, RandomGenerator random) {
        String group = matter.substring(0, Math.max(0, matter.indexOf('-')));
        List<String> own = new ArrayList<>(results.getOrDefault(matter, List.of()));
        if (own.isEmpty() || random.nextInt(5) == 0) {
            own.addAll(results.getOrDefault(group, List.of()));
        }
        return pick(own, random);
    }

    /** Fills the slots; {@code place} knows the names of places and homes. */
    static String filled(String words, UnaryOperator<String> place, RandomGenerator random) {
        return SLOT.matcher(words).replaceAll(slot -> {
            List<String> choices = SMALL_SLOTS.get(slot.group(1));
            return choices == null ? place.apply(slot.group(1)) : pick(choices, random);
        });
    }

    static <T> T pick(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
