package org.mulin.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mulin.file.TwiceEncoded;

/** Makes rows out of the lines of a table and checks every cell against its column. */
final class SheetReader {
    private final String file;
    private final List<Column> columns;
    private final PackProblems problems;
    private final Map<String, Map<String, Integer>> linesOfKeys = new HashMap<>();

    SheetReader(String file, List<Column> columns, PackProblems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** The well-formed rows; everything else is reported. */
    List<Row> read(Sheet sheet) {
        List<Sheet.Line> lines = sheet.lines();
        if (lines.isEmpty()) {
            problems.add(file, 1, null, "header-missing", names());
            return List.of();
        }
        List<String> header = lines.getFirst().cells();
        if (!headerFits(lines.getFirst())) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        for (Sheet.Line line : lines.subList(1, lines.size())) {
            if (line.cells().size() != header.size()) {
                problems.add(
                        file, line.number(), null, "cells-count", line.cells().size(), header.size());
                continue;
            }
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), line.cells().get(i));
            }
            columns.forEach(column -> cells.putIfAbsent(column.name(), ""));
            Row row = new Row(file, line.number(), cells);
            int before = problems.count();
            columns.forEach(column -> checkCell(row, column));
            if (problems.count() == before) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean headerFits(Sheet.Line header) {
        int before = problems.count();
        Set<String> known = new HashSet<>(names());
        Set<String> seen = new HashSet<>();
        for (String name : header.cells()) {
            if (!known.contains(name)) {
                problems.add(file, header.number(), name, "column-unknown", name, String.join(", ", names()));
            } else if (!seen.add(name)) {
                problems.add(file, header.number(), name, "column-twice", name);
            }
        }
        for (Column column : columns) {
            if (!column.optional() && !seen.contains(column.name())) {
                problems.add(file, header.number(), column.name(), "column-missing", column.name());
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
        if (TwiceEncoded.is(cell)) {
            problems.add(row, column.name(), "cell-twice-encoded");
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
