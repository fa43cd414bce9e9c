package org.mulin.base.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Every refusal's status and texts, one line a code in problems.csv; docs and the web's texts come from the same. */
final class ProblemCatalogue {
    record Entry(String code, int status, String zh, String en) {
        /** Numbered places {0}, {1}… are filled in; no other formatting is done. */
        String text(Locale locale, List<Object> arguments) {
            String text = locale.getLanguage().equals("en") ? en : zh;
            for (int i = 0; i < arguments.size(); i++) {
                text = text.replace("{" + i + "}", String.valueOf(arguments.get(i)));
            }
            return text;
        }
    }

    private final Map<String, Entry> entries;

    private ProblemCatalogue(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static ProblemCatalogue load() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var entries = new TreeMap<String, Entry>();
        try (var in = Objects.requireNonNull(ProblemCatalogue.class.getResourceAsStream("/problems.csv"));
                var lines = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord line : lines) {
                var entry = new Entry(
                        line.get("code"), Integer.parseInt(line.get("status")), line.get("zh"), line.get("en"));
                if (entries.put(entry.code(), entry) != null) {
                    throw new IllegalStateException("problems.csv has " + entry.code() + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProblemCatalogue(entries);
    }

    /** @throws IllegalStateException when the code has no entry: a programming mistake */
    Entry entry(String code) {
        Entry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalStateException("problems.csv has no entry " + code);
        }
        return entry;
    }

    Iterable<Entry> all() {
        return entries.values();
    }
}
