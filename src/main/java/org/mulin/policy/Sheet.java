package org.mulin.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a table as an official hands it over, the header first; blank lines are left out. */
public record Sheet(List<Line> lines) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** @param number under which its writer finds the line, from 1 */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Of comma-separated text; where its quotes do not match it ends, and that is reported. */
    static Sheet of(String file, String text, PackProblems problems) {
        var lines = new ArrayList<Line>();
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (true) {
                int number = (int) parser.getCurrentLineNumber() + 1;
                try {
                    if (!records.hasNext()) {
                        return new Sheet(lines);
                    }
                    Line line = new Line(
                            number, records.next().stream().map(String::strip).toList());
                    if (!line.isBlank()) {
                        lines.add(line);
                    }
                } catch (UncheckedIOException e) {
                    problems.add(file, number, null, "quotes-broken");
                    return new Sheet(lines);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As comma-separated text. */
    public String text() {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(FORMAT.format(line.cells().toArray())).append('\n'));
        return text.toString();
    }
}
