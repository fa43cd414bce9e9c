package org.mulin.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;

/** Comma-, tab- or semicolon-separated values; the first line names the columns. */
final class CsvRows implements RowSource {
    private static final char[] DELIMITERS = {',', '\t', ';'};

    private final BoundedReader in;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    /** Columns up to the last that has a name: what follows may be missing. */
    private final int named;

    CsvRows(Path path, Charset charset) throws IOException {
        char delimiter = delimiter(path, charset);
        in = BoundedReader.open(path, charset);
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get()
                .parse(in);
        records = parser.iterator();
        List<String> header = header();
        columns = named(header);
        named = columns.size() - trailingBlanks(header);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() {
        long line = parser.getCurrentLineNumber() + 1;
        while (hasNext(line)) {
            CSVRecord record = records.next();
            in.recordRead();
            List<String> cells = IntStream.range(0, columns.size())
                    .mapToObj(i -> cell(record, i))
                    .toList();
            if (!cells.stream().allMatch(String::isBlank)) {
                return row(line, cells, record);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** A row that is not as long as the header may have its cells in the wrong columns. */
    private RawRow row(long line, List<String> cells, CSVRecord record) {
        if (record.size() < named && parser.getCurrentLineNumber() > line) {
            return new RawRow(line, cells, "import-quote-open");
        }
        if (record.size() < named) {
            return new RawRow(line, cells, "import-cells-missing", columns.get(record.size()));
        }
        boolean more = IntStream.range(columns.size(), record.size())
                .anyMatch(i -> !record.get(i).isBlank());
        return more ? new RawRow(line, cells, "import-cells-extra") : RawRow.of(line, columns, cells);
    }

    private static String cell(CSVRecord record, int index) {
        return index < record.size() ? Cells.storable(Cells.restored(record.get(index))) : "";
    }

    private List<String> header() {
        if (!hasNext(1)) {
            throw Refused.of("import-empty").at("file");
        }
        List<String> names =
                records.next().stream().map(String::strip).map(Cells::storable).toList();
        in.recordRead();
        if (names.size() > COLUMNS_MAX || names.stream().allMatch(String::isEmpty)) {
            throw Refused.of("import-columns", COLUMNS_MAX).at("file");
        }
        return legible(names);
    }

    static List<String> legible(List<String> names) {
        if (names.stream().anyMatch(TwiceEncoded::is)) {
            throw Refused.of("import-twice-encoded").at("file");
        }
        return names;
    }

    private static int trailingBlanks(List<String> names) {
        int blanks = 0;
        while (names.get(names.size() - 1 - blanks).isEmpty()) {
            blanks++;
        }
        return blanks;
    }

    /** A column without name is called by its position. */
    static List<String> named(List<String> names) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(names.get(i).isEmpty() ? "列" + (i + 1) : names.get(i));
        }
        return all;
    }

    /** @param line where the record begins, for what never ends */
    private boolean hasNext(long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw Refused.of("import-csv-broken", line).at("file");
        }
    }

    private static char delimiter(Path path, Charset charset) throws IOException {
        try (BoundedReader in = BoundedReader.open(path, charset)) {
            StringBuilder first = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                first.append((char) c);
            }
            char best = DELIMITERS[0];
            for (char delimiter : DELIMITERS) {
                if (count(first, delimiter) > count(first, best)) {
                    best = delimiter;
                }
            }
            return best;
        }
    }

    private static long count(CharSequence text, char wanted) {
        return Stream.of(text)
                .flatMapToInt(CharSequence::chars)
                .filter(c -> c == wanted)
                .count();
    }
}
