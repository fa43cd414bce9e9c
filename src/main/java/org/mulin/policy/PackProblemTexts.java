package org.mulin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The catalogue of mistakes in a pack (pack-problems.csv): code, Chinese, English; {@code {0}} marks an argument. */
final class PackProblemTexts {
    private static final Map<String, Texts> CATALOGUE = load();

    private PackProblemTexts() {}

    private record Texts(String zh, String en) {}

    /** @throws IllegalArgumentException when the catalogue has no such code */
    static void require(String code) {
        texts(code);
    }

    static String text(String code, Locale locale, List<Object> arguments) {
        Texts texts = texts(code);
        String text = locale.getLanguage().equals("en") ? texts.en : texts.zh;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments.get(i)));
        }
        return text;
    }

    private static Texts texts(String code) {
        Texts texts = CATALOGUE.get(code);
        if (texts == null) {
            throw new IllegalArgumentException("pack-problems.csv has no " + code);
        }
        return texts;
    }

    private static Map<String, Texts> load() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var all = new TreeMap<String, Texts>();
        try (InputStream stream = PackProblemTexts.class.getResourceAsStream("/pack-problems.csv")) {
            if (stream == null) {
                throw new IllegalStateException("pack-problems.csv is not on the class path");
            }
            for (CSVRecord row : format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                all.put(row.get("code"), new Texts(row.get("zh"), row.get("en")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
