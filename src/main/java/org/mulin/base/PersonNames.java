package org.mulin.base;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds people's names in free text. A family name with one or two given letters is weighed: by its letters ({@link
 * NameLetters}), by what stands beside it ({@link NameCues}), by where words begin and end, by what HanLP's recogniser
 * takes for a name. A family name alone is one before a title ("王主任") and in a nickname ("隔壁老王").
 */
final class PersonNames {
    /** What makes a name; found by measuring, see docs/modules/ticket.md. */
    private static final double ENOUGH = 7;

    private static final double RECOGNISED = 2;
    private static final double TITLED = 6;
    private static final double NO_BORDER = -3;
    private static final double A_WORD = -4;
    private static final double NEVER = -99;
    /** A longer name may weigh so much less: rather a letter too many hidden than one left. */
    private static final double LONGER = 3;

    private static final double FAMILY_LEAST = -1;
    private static final double FAMILY_SURE = 2.5;
    private static final double FAMILY_TWO = 4;

    private static final double GIVEN_LEAST = -4;
    private static final int GIVEN_MAX = 2;
    /** As 班主任, 任主任; and what stands for a name that is not told. */
    private static final String NO_FAMILY = "班任党";

    private static final String NO_GIVEN = "某姓";
    private static final String PLACE_END = "岭苑府塔湾房园山村路街镇乡县市区桥冲坪塘组巷弄城馆站厂寺庙祠湖河洲岛坝井屋垸坳垅店楼栋厅局院校委会司";

    private static final Set<String> TWO_LETTERS =
            Set.of("欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "司徒", "慕容", "令狐", "尉迟", "公孙", "端木", "宇文", "轩辕", "独孤");

    private static final Segment WORDS = new ViterbiSegment()
            .enableCustomDictionary(false)
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(false);

    private record Range(int from, int to) {}

    private record Name(int from, int to, double weight) {
        boolean isOne() {
            return weight >= ENOUGH;
        }
    }

    private final String text;
    private final BitSet borders = new BitSet();
    private final Set<Range> recognised = new HashSet<>();

    private PersonNames(String text) {
        this.text = text;
        int at = 0;
        for (Term term : WORDS.seg(text)) {
            borders.set(at);
            int to = at + term.word.length();
            if (term.nature.startsWith("nr")) {
                recognised.add(new Range(at, to));
            }
            at = to;
        }
        borders.set(text.length());
    }

    /**
     * The text without its names; one that was found once is hidden everywhere.
     *
     * @param known what was hidden of it already
     */
    static String hide(String text, Collection<String> known, String hidden) {
        return text.isBlank() ? text : new PersonNames(text).hidden(known, hidden);
    }

    private String hidden(Collection<String> known, String hidden) {
        List<Name> found = found();
        StringBuilder shown = new StringBuilder();
        Set<String> full = new LinkedHashSet<>();
        known.forEach(name -> again(name).ifPresent(full::add));
        int from = 0;
        for (Name name : found) {
            shown.append(text, from, name.from).append(hidden);
            from = name.to;
            String letters = text.substring(name.from, name.to);
            if (letters.length() > 1 && !CoreDictionary.contains(letters)) {
                full.add(letters);
            }
        }
        String all = shown.append(text, from, text.length()).toString();
        List<String> longestFirst = full.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            all = all.replace(name, hidden);
        }
        return all;
    }

    /** The longest beginning of what was hidden as a name that stands in the text once more and can be one. */
    private Optional<String> again(String name) {
        if (NameLetters.family(name.charAt(0)) < FAMILY_LEAST) {
            return Optional.empty();
        }
        return IntStream.iterate(name.length(), length -> length > 1, length -> length - 1)
                .mapToObj(length -> name.substring(0, length))
                .filter(part -> text.contains(part) && !CoreDictionary.contains(part))
                .findFirst();
    }

    private List<Name> found() {
        List<Name> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Name best = best(at);
            if (best.isOne()) {
                found.add(best);
            }
            at = best.isOne() ? best.to : at + 1;
        }
        return found;
    }

    private Name best(int from) {
        Name best = new Name(from, from, NEVER);
        boolean two = TWO_LETTERS.contains(text.substring(from, Math.min(text.length(), from + 2)));
        double family = two ? FAMILY_TWO : NameLetters.family(text.charAt(from));
        if (family < FAMILY_LEAST) {
            return best;
        }
        int given = from + (two ? 2 : 1);
        double before = Double.NaN;
        for (int to = given; to <= Math.min(text.length(), given + GIVEN_MAX); to++) {
            if (!Character.isIdeographic(text.charAt(to - 1))) {
                break;
            }
            double weight = family + (to == given ? alone(from, to, family) : whole(from, given, to));
            // what stands before is dear to find
            if (weight + NameCues.SURE >= ENOUGH) {
                before = Double.isNaN(before) ? before(from) : before;
                double least = best.isOne() ? Math.max(ENOUGH, best.weight - LONGER) : best.weight;
                best = weight + before > least ? new Name(from, to, weight + before) : best;
            }
        }
        return best;
    }

    private double before(int from) {
        double weight = NameCues.before(text, from);
        if (weight >= NameCues.SURE) {
            return weight;
        }
        weight += borders.get(from) ? 0 : NO_BORDER;
        boolean partOfWord = from > 0 && CoreDictionary.contains(text.substring(from - 1, from + 1));
        return partOfWord ? weight + NO_BORDER : weight;
    }

    private double alone(int from, int to, double family) {
        if (NO_FAMILY.indexOf(text.charAt(from)) >= 0 || NameCues.isPlace(text, to)) {
            return NEVER;
        }
        if (NameCues.isTitle(text, to)) {
            return TITLED;
        }
        return family >= FAMILY_SURE && NameCues.isNickname(text, from) ? ENOUGH - 2 * NO_BORDER : NEVER;
    }

    private double whole(int from, int given, int to) {
        boolean one = to == given + 1;
        double weight = one
                ? NameLetters.given(text.charAt(given))
                : NameLetters.given(text.charAt(given), text.charAt(given + 1));
        if (weight < GIVEN_LEAST
                || NO_GIVEN.indexOf(text.charAt(given)) >= 0
                || NameCues.isPlace(text, to)
                || NameCues.isTitle(text, given)) {
            return NEVER;
        }
        weight += NameCues.after(text, to);
        weight += borders.get(to) ? 0 : NO_BORDER + 1;
        weight += !one && NameCues.after(text, to - 1) >= NameCues.SURE ? NO_BORDER : 0;
        weight += recognised.contains(new Range(from, to)) ? RECOGNISED : 0;
        weight += isWord(from, to) ? A_WORD : 0;
        weight += !one && isWord(from, to - 1) ? A_WORD / 2 : 0;
        weight += !one && isWord(given, to) ? A_WORD / 4 : 0;
        return weight + (PLACE_END.indexOf(text.charAt(to - 1)) < 0 ? 0 : A_WORD);
    }

    private boolean isWord(int from, int to) {
        return CoreDictionary.contains(text.substring(from, to));
    }
}
