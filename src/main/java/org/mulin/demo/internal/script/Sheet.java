package org.mulin.demo.internal.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table of the pack as the demo reads it; an absent one is empty. */
final class Sheet {
    private Sheet() {}

    static <T> List<T> rows(Path file, Function<CSVRecord, T> read) {
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
