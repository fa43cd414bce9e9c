package org.mulin.policy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.file.RawRow;
import org.mulin.file.RowFormat;
import org.mulin.file.RowSource;
import org.mulin.file.UnpackedFile;
import org.mulin.policy.Column;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Sheet;
import tools.jackson.databind.json.JsonMapper;

/** Reads an uploaded spreadsheet into the lines of a table; what is wrong is named by sheet row and column. */
final class Upload {
    static final int BYTES_MAX = 10 << 20;
    private static final int ROWS_MAX = 50_000;
    private static final int CHARS_MAX = 20_000_000;
    private static final Map<String, String> FAULTS = Map.of(
            "import-cells-missing",
            "cells-missing",
            "import-cells-extra",
            "cells-extra",
            "import-twice-encoded",
            "cell-twice-encoded");

    private final CsvTable<?> table;
    private final PackProblems problems;
    private final Map<String, Column> columns;

    private Upload(CsvTable<?> table, PackProblems problems) {
        this.table = table;
        this.problems = problems;
        columns = table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    /** @throws Refused when the file as a whole cannot be read */
    static Sheet read(CsvTable<?> table, InputStream file, long size_bytes, PackProblems problems) throws IOException {
        try (UnpackedFile unpacked = UnpackedFile.of(file, size_bytes)) {
            if (unpacked.format() == RowFormat.JSONL) {
                throw Refused.of("policy-file-kind").at("file");
            }
            try (RowSource rows = unpacked.rows(JsonMapper.shared())) {
                return new Upload(table, problems).read(rows);
            }
        } catch (Refused refused) {
            throw refused.code().equals("import-file-kind")
                    ? Refused.of("policy-file-kind").at("file")
                    : refused;
        }
    }

    private Sheet read(RowSource source) throws IOException {
        List<RawRow> rows = rows(source);
        List<String> header = source.columns().stream().map(this::named).toList();
        Set<Integer> unused = unused(header, rows);
        int headerLine = (int) source.headerLine();
        demandEveryColumn(header, headerLine);
        source.oddities().forEach(odd -> report(odd, header));
        List<Sheet.Line> lines = new ArrayList<>();
        lines.add(new Sheet.Line(headerLine, without(unused, header)));
        for (RawRow row : rows) {
            String fault = row.fault();
            if (fault != null) {
                String column = row.faultAt().isEmpty() ? null : named(row.faultAt());
                problems.add(table.file(), (int) row.line(), column, FAULTS.getOrDefault(fault, "cells-extra"));
                continue;
            }
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                Column column = columns.get(header.get(i));
                String cell = row.cells().get(i);
                cells.add(column == null ? cell.strip() : Mending.mended(column, cell));
            }
            lines.add(new Sheet.Line((int) row.line(), without(unused, cells)));
        }
        return new Sheet(lines);
    }

    /** A header may also use the columns' titles, in either language, or capitals. */
    private String named(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).strip();
        return columns.keySet().stream()
                .filter(name -> plain.equalsIgnoreCase(name)
                        || TableTexts.titles(table, name).contains(plain))
                .findFirst()
                .orElse(header);
    }

    private static List<RawRow> rows(RowSource source) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        long chars = 0;
        for (RawRow row = source.next(); row != null; row = source.next()) {
            rows.add(row);
            chars += row.cells().stream().mapToInt(String::length).sum();
            if (rows.size() > ROWS_MAX || chars > CHARS_MAX) {
                throw Refused.of("policy-rows-max", ROWS_MAX).at("file");
            }
        }
        return rows;
    }

    /** Columns without a name that hold nothing: a spreadsheet leaves them behind when cells were once coloured. */
    private Set<Integer> unused(List<String> header, List<RawRow> rows) {
        Set<Integer> unused = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            int at = i;
            boolean nameless = header.get(i).equals("列" + (i + 1)) && !columns.containsKey(header.get(i));
            if (nameless && rows.stream().allMatch(row -> row.cells().get(at).isBlank())) {
                unused.add(i);
            }
        }
        return unused;
    }

    /** A column that was left out would otherwise empty its cells in every row. */
    private void demandEveryColumn(List<String> header, int line) {
        for (Column column : table.columns()) {
            if (column.optional() && !header.contains(column.name())) {
                problems.add(table.file(), line, column.name(), "column-missing", column.name());
            }
        }
    }

    private void report(RowSource.Oddity odd, List<String> header) {
        String column = Optional.of(odd.column())
                .filter(at -> at >= 0 && at < header.size())
                .map(header::get)
                .orElse(null);
        switch (odd.kind()) {
            case FORMULA -> add(odd, column, "cell-formula");
            case MERGED -> add(odd, column, "cells-merged", odd.range());
            case BEYOND_HEADER -> add(odd, null, "cells-extra");
            case DAYS_FROM_1904 -> add(odd, null, "days-from-1904");
        }
    }

    private void add(RowSource.Oddity odd, @Nullable String column, String code, Object... arguments) {
        problems.add(table.file(), (int) odd.line(), column, code, arguments);
    }

    private static List<String> without(Set<Integer> unused, List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!unused.contains(i)) {
                kept.add(cells.get(i));
            }
        }
        return kept;
    }
}
