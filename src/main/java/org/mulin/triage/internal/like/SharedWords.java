package org.mulin.triage.internal.like;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mulin.triage.HotWords;
import org.mulin.triage.Text;
import org.mulin.triage.internal.Plain;
import org.mulin.triage.internal.Words;

/**
 * Finds the words that most of several messages share: stretches of whole words that stand in many of them, between
 * ever other letters (so that a name is told whole), and that the rest of the city hardly writes.
 */
final class SharedWords {
    private static final int WORDS_MAX = 6;
    private static final int LETTERS_MAX = 8;
    private static final int TEXTS_MAX = 20;
    private static final int READ_MAX = 200;
    /** Of the messages so many must have it, two at least. */
    private static final double SHARE_MIN = 0.5;
    /** Pairs that one message in so many has are everyday words. */
    private static final double EVERYDAY = 1 / 25.0;

    private static final Pattern PLACE =
            Pattern.compile(".{2,}(?:[城苑园府庭湾里镇乡村路街桥站港湖山县邸墅轩郡校厂]|小区|社区|广场|大道|大厦|公寓|中心|大学|学院|国际|时代|天池)");
    private static final Pattern NO_PLACE = Pattern.compile(".*(?:[我们居住]小区|配套.*|地铁站|停车场|搅拌站|加油站|线路|道路|后街|农村|新城区)");
    /** Nothing begins or ends with these. */
    private static final String LITTLE = "的了在是和与及被将把对为我你他们这那有要请不也都就等市年月日个们于从到";

    private final Postings postings;
    private final Map<String, Seen> seen = new HashMap<>();
    private int text;

    /** Where a stretch of letters stood. */
    private static final class Seen {
        private static final char VARIED = '\uffff';
        private int texts;
        private int lastText;
        private char left;
        private char right;

        void at(char before, char after, int text) {
            if (lastText != text) {
                lastText = text;
                texts++;
            }
            left = left == 0 || left == before ? before : VARIED;
            right = right == 0 || right == after ? after : VARIED;
        }

        boolean isWhole() {
            return left == VARIED && right == VARIED;
        }
    }

    private SharedWords(Postings postings) {
        this.postings = postings;
    }

    static HotWords of(List<Text> texts, Postings postings) {
        SharedWords words = new SharedWords(postings);
        int step = Math.max(1, texts.size() / TEXTS_MAX);
        for (int i = 0; i < texts.size() && words.text < TEXTS_MAX; i += step) {
            words.read(texts.get(i));
        }
        return words.told();
    }

    private void read(Text said) {
        text++;
        Plain plain = Plain.of(said.whole());
        int end = Math.min(plain.length(), READ_MAX);
        BitSet bounds = Words.bounds(plain.part(0, end));
        for (int from = bounds.nextSetBit(0); from >= 0 && from < end; from = bounds.nextSetBit(from + 1)) {
            // the ends of a run of letters are as good as other letters
            char before = from == 0 || plain.at(from - 1) == Plain.BLANK ? Seen.VARIED : plain.at(from - 1);
            for (int to = from + 1; to <= Math.min(end, from + LETTERS_MAX); to++) {
                if (plain.at(to - 1) == Plain.BLANK) {
                    break;
                }
                char after = to == plain.length() || plain.at(to) == Plain.BLANK ? Seen.VARIED : plain.at(to);
                if (to - from > 1 && bounds.get(to)) {
                    seen.computeIfAbsent(plain.part(from, to), _ -> new Seen()).at(before, after, text);
                }
            }
        }
    }

    private record Word(String letters, int texts, double telling) {}

    private HotWords told() {
        int least = Math.max(2, (int) Math.ceil(SHARE_MIN * text));
        List<Word> words = new ArrayList<>();
        seen.forEach((letters, where) -> {
            if (where.texts >= least && where.isWhole() && isPlausible(letters)) {
                double rarity = rarity(letters);
                if (rarity > 0) {
                    words.add(new Word(letters, where.texts, where.texts * rarity * Math.log(1 + letters.length())));
                }
            }
        });
        words.sort(Comparator.comparingDouble((Word word) -> -word.telling).thenComparing(Word::letters));
        List<Word> chosen = new ArrayList<>();
        for (Word word : words) {
            if (chosen.stream().noneMatch(other -> overlaps(word, other))) {
                chosen.add(word);
            }
        }
        String place = words.stream()
                .map(Word::letters)
                .filter(letters -> PLACE.matcher(letters).matches()
                        && !NO_PLACE.matcher(letters).matches())
                .findFirst()
                .orElse("");
        return new HotWords(chosen.stream().map(Word::letters).limit(WORDS_MAX).toList(), place);
    }

    private static boolean overlaps(Word word, Word other) {
        return other.letters.contains(word.letters) || word.letters.contains(other.letters);
    }

    private static boolean isPlausible(String letters) {
        return letters.chars().allMatch(Character::isIdeographic)
                && LITTLE.indexOf(letters.charAt(0)) < 0
                && LITTLE.indexOf(letters.charAt(letters.length() - 1)) < 0;
    }

    /** That of its rarest pair; 0 when the whole city writes all of them. */
    private double rarity(String letters) {
        double most = 0;
        for (int i = 0; i + 1 < letters.length(); i++) {
            int number = postings.number(letters.charAt(i) << 16 | letters.charAt(i + 1));
            int others = number < 0 ? 0 : postings.messages(number) - text;
            if (others <= EVERYDAY * postings.size() + text) {
                most = Math.max(most, number < 0 ? postings.rarityOfUnknown() : postings.rarity(number));
            }
        }
        return most;
    }
}
