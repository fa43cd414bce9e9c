package org.mulin.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Who lives in the demo city and what they said: two tables in the pack's {@code demo} folder. */
record Story(List<Worker> staff, List<Told> appeals) {

    /** A member of staff on a post of the pack. */
    record Worker(String username, String name, String post, String title) {}

    /**
     * One appeal and what became of it.
     *
     * @param said the handler's words: result, question, message or ground, as the outcome needs
     * @param answer the resident's words
     */
    record Told(
            double daysAgo,
            String phone,
            Outcome outcome,
            String place,
            boolean confidential,
            String words,
            String said,
            String answer) {}

    /** How far an appeal has come when the demo begins. */
    enum Outcome {
        NEW,
        ACCEPTED,
        REPLY,
        ASKED,
        ANSWERED,
        RESOLVED,
        SATISFIED,
        NEUTRAL,
        UNSOLVED,
        DECLINED,
        WITHDRAWN,
        RETURNED
    }

    /** An absent folder is a city without a story. */
    static Story read(Path folder) {
        return new Story(
                rows(
                        folder.resolve("staff.csv"),
                        row -> new Worker(row.get("username"), row.get("name"), row.get("post"), row.get("title"))),
                rows(
                        folder.resolve("appeals.csv"),
                        row -> new Told(
                                Double.parseDouble(row.get("days_ago")),
                                row.get("phone"),
                                Outcome.valueOf(row.get("outcome").toUpperCase(Locale.ROOT)),
                                row.get("place"),
                                row.get("confidential").equals("yes"),
                                row.get("words"),
                                row.get("said"),
                                row.get("answer"))));
    }

    private static <T> List<T> rows(Path file, Function<CSVRecord, T> read) {
        if (!Files.exists(file)) {
            return List.of();
        }
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = format.parse(Files.newBufferedReader(file))) {
            return lines.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
