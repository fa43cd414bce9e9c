package org.mulin.base;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A catalogue of texts, one line a code with its Chinese and its English. {@code {0}} holds the first argument,
 * {@code {0:day}} shows it as a day of the reader's language (see {@link #FORMATS}), {@code {0?day|days}} chooses the
 * first word when the argument is 1.
 */
public final class Texts {
    /** How an argument may be shown. */
    public static final Set<String> FORMATS =
            Set.of("day", "whole-day", "moment", "date", "clock", "length", "amount", "list", "brackets", "word");

    private static final Texts SAID = load("/texts.csv");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([a-z-]+)|\\?([^|{}]*)\\|([^|{}]*))?}");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)([a-z]+)");
    private static final Map<String, DateTimeFormatter> ZH = Map.of(
            "day", DateTimeFormatter.ofPattern("M月d日EEE", Locale.SIMPLIFIED_CHINESE),
            "whole-day", DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE),
            "moment", DateTimeFormatter.ofPattern("M月d日EEE HH:mm", Locale.SIMPLIFIED_CHINESE),
            "date", DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE),
            "clock", DateTimeFormatter.ofPattern("HH:mm", Locale.SIMPLIFIED_CHINESE));
    private static final Map<String, DateTimeFormatter> EN = Map.of(
            "day", DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH),
            "whole-day", DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
            "moment", DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH),
            "date", DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH),
            "clock", DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH));

    private final String resource;
    private final Map<String, Entry> entries;

    private Texts(String resource, Map<String, Entry> entries) {
        this.resource = resource;
        this.entries = entries;
    }

    /** @param line the whole line of the file, for what stands beside the texts */
    public record Entry(String zh, String en, Map<String, String> line) {
        String in(Locale locale) {
            return isEnglish(locale) ? en : zh;
        }
    }

    /** In the language of the request that is being answered. */
    public static String here(Said said) {
        return in(LocaleContextHolder.getLocale(), said);
    }

    public static String in(Locale locale, Said said) {
        return SAID.text(locale, said.code(), said.arguments());
    }

    /** The language that a request asks for; without a wish the city's. */
    public static Locale asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.SIMPLIFIED_CHINESE : request.getLocale();
    }

    /** Every language but English reads Chinese, the language of the city. */
    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** @param resource on the class path, with at least the columns code, zh and en */
    public static Texts load(String resource) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var entries = new TreeMap<String, Entry>();
        try (InputStream stream = Texts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            for (CSVRecord line : format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                var entry = new Entry(line.get("zh"), line.get("en"), line.toMap());
                if (entries.put(line.get("code"), entry) != null) {
                    throw new IllegalStateException(resource + " has " + line.get("code") + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(resource, entries);
    }

    /** @throws IllegalArgumentException when the catalogue has no such code: a programming mistake */
    public Entry entry(String code) {
        Entry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalArgumentException(resource + " has no " + code);
        }
        return entry;
    }

    public Set<String> codes() {
        return entries.keySet();
    }

    public String text(Locale locale, String code, List<?> arguments) {
        Matcher place = PLACE.matcher(entry(code).in(locale));
        var text = new StringBuilder();
        while (place.find()) {
            int number = Integer.parseInt(place.group(1));
            // a place without its argument stays as it is: a text must not fail whoever reads it
            String shown = number < arguments.size()
                    ? shown(locale, String.valueOf(arguments.get(number)), place)
                    : place.group();
            place.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        return place.appendTail(text).toString();
    }

    private static String shown(Locale locale, String argument, Matcher place) {
        if (place.group(3) != null) {
            return argument.equals("1") ? place.group(3) : place.group(4);
        }
        return place.group(2) == null ? argument : formatted(locale, argument, place.group(2));
    }

    private static String formatted(Locale locale, String argument, String format) {
        boolean english = isEnglish(locale);
        DateTimeFormatter time = (english ? EN : ZH).get(format);
        if (time != null) {
            return time.format(format.endsWith("day") ? LocalDate.parse(argument) : LocalDateTime.parse(argument));
        }
        return switch (format) {
            case "word" -> SAID.text(locale, argument, List.of());
            case "amount" -> amount(locale, argument);
            case "length" -> length(locale, Duration.parse(argument));
            case "list" -> argument.replace("\n", english ? ", " : "、");
            case "brackets" -> argument.isEmpty() ? "" : english ? " (" + argument + ")" : "（" + argument + "）";
            default -> throw new IllegalArgumentException("no format " + format);
        };
    }

    /** A number with its unit, such as 3wd: the text of the unit says it. */
    private static String amount(Locale locale, String argument) {
        Matcher parts = AMOUNT.matcher(argument);
        return parts.matches() ? SAID.text(locale, "amount." + parts.group(2), List.of(parts.group(1))) : argument;
    }

    private static String length(Locale locale, Duration length) {
        String minutes = amount(locale, length.toMinutesPart() + "min");
        if (length.toHours() == 0) {
            return minutes;
        }
        String hours = amount(locale, length.toHours() + "hours");
        return length.toMinutesPart() == 0 ? hours : hours + " " + minutes;
    }
}
