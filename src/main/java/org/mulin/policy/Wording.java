package org.mulin.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases that a pack looks for in what people write, and longer phrases in which they do not count. A phrase never
 * goes beyond a clause; {@code *} in it stands for up to {@value #GAP_MAX} letters, {@code #} for a number,
 * {@code [a/b]} for one of several words and {@code ~}, in an exception, for any of the phrases. An exception holds
 * what it excepts.
 */
public final class Wording {
    private static final int GAP_MAX = 6;
    private static final int LETTERS_MIN = 2;
    private static final String WORDS = "words";
    private static final String EXCEPT = "except";
    private static final String BREAKS = "。!！?？;；,，:：\\n";
    private static final Pattern CLAUSE = Pattern.compile("[" + BREAKS + "]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cf}&&[^\\n]]+");
    /** Choices stand in brackets, none empty, none within another. */
    private static final Pattern CHOICES = Pattern.compile("(?:[^\\[\\]/]|\\[[^\\[\\]/]+(?:/[^\\[\\]/]+)*])*");

    private static final Pattern PLAIN = Pattern.compile("[^~*#\\[]*");
    private static final String NUMBER = "(?:[0-9][0-9.]*|[〇零一二两三四五六七八九十百千万半几数]+)";

    /** Looks for nothing. */
    public static final Wording NONE = new Wording(Pattern.compile("(?!)"), Set.of());

    private final Pattern phrases;
    private final Set<Pattern> exceptions;

    private Wording(Pattern phrases, Set<Pattern> exceptions) {
        this.phrases = phrases;
        this.exceptions = exceptions;
    }

    /**
     * What a row with the columns {@code words} and {@code except} looks for; {@link #NONE} of a row without phrases,
     * or with some that cannot be read.
     */
    public static Wording of(Row row) {
        List<String> phrases = row.list(WORDS);
        List<String> exceptions = row.list(EXCEPT);
        boolean wellFormed = Stream.concat(phrases.stream(), exceptions.stream())
                .allMatch(each -> CHOICES.matcher(each).matches());
        return wellFormed ? of(phrases, exceptions) : NONE;
    }

    /** Reports what would be found everywhere, and exceptions that hold none of the phrases. */
    public static void check(Row row, PackProblems problems) {
        List<String> phrases = row.list(WORDS);
        for (String phrase : phrases) {
            if (phrase.contains("~")
                    || phrase.codePoints().filter(Character::isLetterOrDigit).count() < LETTERS_MIN) {
                problems.add(row, WORDS, "wording-loose", phrase, LETTERS_MIN);
            }
        }
        Stream.concat(phrases.stream(), row.list(EXCEPT).stream())
                .filter(each -> !CHOICES.matcher(each).matches())
                .forEach(each -> problems.add(row, phrases.contains(each) ? WORDS : EXCEPT, "wording-brackets", each));
        for (String exception : row.list(EXCEPT)) {
            if (PLAIN.matcher(exception).matches() && phrases.stream().noneMatch(exception::contains)) {
                problems.add(row, EXCEPT, "wording-exception-idle", exception);
            }
        }
    }

    public static Wording of(List<String> phrases, List<String> exceptions) {
        if (phrases.isEmpty()) {
            return NONE;
        }
        String any =
                phrases.stream().map(each -> expression(each, "", "?")).collect(Collectors.joining("|", "(?:", ")"));
        return new Wording(
                Pattern.compile(any),
                exceptions.stream()
                        .map(each -> Pattern.compile(expression(each, any, "")))
                        .collect(Collectors.toSet()));
    }

    /** What stands there and counts, as it was written but for its blanks, each once. */
    public List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (String clause : CLAUSE.split(plain(text))) {
            List<MatchResult> excepted = new ArrayList<>();
            exceptions.forEach(exception -> exception.matcher(clause).results().forEach(excepted::add));
            phrases.matcher(clause)
                    .results()
                    .filter(one ->
                            excepted.stream().noneMatch(by -> by.start() <= one.start() && one.end() <= by.end()))
                    .forEach(one -> found.add(one.group()));
        }
        return List.copyOf(found);
    }

    /** Full width and half width, great and small are one; blanks within a line and what nobody sees are gone. */
    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return INVISIBLE.matcher(folded).replaceAll("");
    }

    /** @param sparing {@code ?} for the shortest gap, "" for the longest */
    private static String expression(String phrase, String any, String sparing) {
        return plain(phrase)
                .codePoints()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> ".{0," + GAP_MAX + "}" + sparing;
                    case '#' -> NUMBER;
                    case '~' -> any;
                    case '[' -> "(?:";
                    case '/' -> "|";
                    case ']' -> ")";
                    default -> Pattern.quote(Character.toString(letter));
                })
                .collect(Collectors.joining());
    }
}
