package org.mulin.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated text into rows, keeping line numbers, and checks every cell against its column. */
final class SheetReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final String file;
    private final List<Column> columns;
    private final PackProblems problems;
    private final Map<String, Map<String, Integer>> linesOfKeys = new HashMap<>();

    SheetReader(String file, List<Column> columns, PackProblems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    List<Row> read(String text) {
        List<Line> lines = lines(text);
        if (lines.isEmpty()) {
            problems.add(file, 1, null, "header-missing", names());
            return List.of();
        }
        List<String> header = lines.getFirst().cells;
        if (!headerFits(lines.getFirst())) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        for (Line line : lines.subList(1, lines.size())) {
            if (line.cells.size() != header.size()) {
                problems.add(file, line.number, null, "cells-count", line.cells.size(), header.size());
                continue;
            }
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), line.cells.get(i));
            }
            columns.forEach(column -> cells.putIfAbsent(column.name(), ""));
            Row row = new Row(file, line.number, cells);
            columns.forEach(column -> checkCell(row, column));
            rows.add(row);
        }
        return rows;
    }

    private record Line(int number, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    private List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (true) {
                int number = (int) parser.getCurrentLineNumber() + 1;
                try {
                    if (!records.hasNext()) {
                        return lines;
                    }
                    Line line = new Line(
                            number, records.next().stream().map(String::strip).toList());
                    if (!line.isBlank()) {
                        lines.add(line);
                    }
                } catch (UncheckedIOException e) {
                    problems.add(file, number, null, "quotes-broken");
                    return lines;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean headerFits(Line header) {
        int before = problems.count();
        Set<String> known = new HashSet<>(names());
        Set<String> seen = new HashSet<>();
        for (String name : header.cells) {
            if (!known.contains(name)) {
                problems.add(file, header.number, name, "column-unknown", name, String.join(", ", names()));
            } else if (!seen.add(name)) {
                problems.add(file, header.number, name, "column-twice", name);
            }
        }
        for (Column column : columns) {
            if (!column.optional() && !seen.contains(column.name())) {
                problems.add(file, header.number, column.name(), "column-missing", column.name());
            }
        }
        return problems.count() == before;
    }

    private void checkCell(Row row, Column column) {
        String cell = row.text(column.name());
        if (cell.isEmpty()) {
            if (!column.optional()) {
                problems.add(row, column.name(), "cell-empty");
            }
            return;
        }
        column.type()
                .fault(cell)
                .ifPresent(fault -> problems.add(
                        row, column.name(), fault.code(), fault.arguments().toArray()));
        if (column.key()) {
            Integer earlier = linesOfKeys
                    .computeIfAbsent(column.name(), ignored -> new HashMap<>())
                    .putIfAbsent(cell, row.line());
            if (earlier != null) {
                problems.add(row, column.name(), "key-twice", cell, earlier);
            }
        }
    }

    private List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
