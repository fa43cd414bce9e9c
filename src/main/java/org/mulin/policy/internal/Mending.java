package org.mulin.policy.internal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mulin.policy.Column;

/**
 * Undoes what a spreadsheet made of a cell where its column leaves no doubt: full-width digits and signs, dates in
 * other forms or as serial numbers, 是 and 否. A cell that fits its column is never touched, and one that fits in no form
 * stays as it is, to be reported.
 */
final class Mending {
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(?:\\.0+)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern WHOLE = Pattern.compile("(-?\\d+)\\.0+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Set<String> YES = Set.of("是", "true", "y", "1");
    private static final Set<String> NO = Set.of("否", "false", "n", "0");

    private Mending() {}

    static String mended(Column column, String cell) {
        String plain = cell.strip();
        if (column.fits(plain)) {
            return plain;
        }
        String narrow = UNSEEN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        return Stream.of(
                        List.of(narrow, narrow.toLowerCase(Locale.ROOT)).stream(),
                        yesNo(narrow.toLowerCase(Locale.ROOT)),
                        day(narrow).stream(),
                        WHOLE.matcher(narrow)
                                .results()
                                .filter(found -> found.group().equals(narrow))
                                .map(found -> found.group(1)))
                .flatMap(each -> each)
                .filter(column::fits)
                .findFirst()
                .orElse(plain);
    }

    private static Stream<String> yesNo(String word) {
        return YES.contains(word) ? Stream.of("yes") : NO.contains(word) ? Stream.of("no") : Stream.empty();
    }

    private static Optional<String> day(String text) {
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Optional.of(
                    SERIAL_ZERO.plusDays(Integer.parseInt(serial.group(1))).toString());
        }
        Matcher day = DAY.matcher(text);
        try {
            return day.matches()
                    ? Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3))
                            .toString())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
