package org.mulin.policy.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.mulin.base.Malformed;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.file.Cells;
import org.mulin.file.Workbook;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Row;

/** Writes a table as a file that can be edited and uploaded again; no cell of it is run as a formula. */
final class TableFiles {
    private static final int WIDTH_MAX = 48;
    private static final int WIDTH_MIN = 10;

    private TableFiles() {}

    /** What a table can be taken out as. */
    enum Kind {
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(word)) {
                    return kind;
                }
            }
            throw Malformed.of("as", "field-invalid");
        }
    }

    static String name(PackTable<?> table, String version, Kind kind) {
        return table instanceof CsvTable<?>
                ? table.name() + "-" + version + "." + kind.name().toLowerCase(Locale.ROOT)
                : version + "-" + table.file();
    }

    /** A table that is no spreadsheet comes as the file it is, whatever was asked for. */
    static void write(PackTable<?> table, String text, Kind kind, Locale locale, OutputStream out) throws IOException {
        if (!(table instanceof CsvTable<?> sheet)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } else if (kind == Kind.CSV) {
            writeCsv(sheet, text, out);
        } else {
            writeWorkbook(sheet, text, locale, out);
        }
    }

    /** With a byte order mark: without one Excel takes Chinese for another encoding. */
    private static void writeCsv(CsvTable<?> table, String text, OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        for (List<String> line : lines(table, text)) {
            Object[] cells = line.stream().map(Cells::neutralised).toArray();
            out.write((CSVFormat.EXCEL.format(cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeWorkbook(CsvTable<?> table, String text, Locale locale, OutputStream out)
            throws IOException {
        List<List<String>> lines = lines(table, text);
        try (var book = new Workbook(out)) {
            book.sheet(TableTexts.title(table, locale), widths(lines));
            for (List<String> line : lines) {
                book.row(line);
            }
            book.sheet(here(locale, "sheet.help"), List.of(20, 20, 50, 60, 14));
            book.row(List.of(
                    here(locale, "sheet.column"),
                    here(locale, "sheet.title"),
                    here(locale, "sheet.about"),
                    here(locale, "sheet.allowed"),
                    here(locale, "sheet.required")));
            for (Column column : table.columns()) {
                book.row(List.of(
                        column.name(),
                        TableTexts.title(table, column.name(), locale),
                        TableTexts.about(table, column.name(), locale),
                        Texts.in(locale, column.allowed()),
                        here(locale, column.optional() ? "no" : "yes")));
            }
        }
    }

    private static List<List<String>> lines(CsvTable<?> table, String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> names = table.columns().stream().map(Column::name).toList();
        lines.add(names);
        for (Row row : table.rows(text)) {
            lines.add(names.stream().map(row::text).toList());
        }
        return lines;
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < lines.getFirst().size(); i++) {
            int at = i;
            // a Chinese character is as wide as two letters
            int widest = lines.stream()
                    .mapToInt(line -> line.get(at)
                            .codePoints()
                            .map(c -> c < 0x2e80 ? 1 : 2)
                            .sum())
                    .max()
                    .orElse(0);
            widths.add(Math.clamp(widest + 2L, WIDTH_MIN, WIDTH_MAX));
        }
        return widths;
    }

    private static String here(Locale locale, String code) {
        return Texts.in(locale, Said.of(code));
    }
}
