package org.mulin.policy.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Row;

/**
 * 差异 What two texts of one table say differently, row by row and cell by cell. Rows are the same when their identity
 * is; of a table that is no spreadsheet each line is a row. The order of rows means nothing.
 */
record Difference(List<Change> changes) {
    /** The one column of a table that is no spreadsheet. */
    static final String LINE = "line";

    /** @param row behind the cells, null in a table that is no spreadsheet */
    record Entry(Map<String, String> cells, @Nullable Row row) {}

    /** @param identity what the row is called by */
    record Change(
            ChangeKind kind,
            List<String> identity,
            @Nullable Entry before,
            @Nullable Entry after) {
        /** Names of the columns whose cells differ; of a whole row those that are not empty. */
        List<String> columns() {
            Entry any = any();
            return any.cells().keySet().stream()
                    .filter(column -> !cell(before, column).equals(cell(after, column)))
                    .toList();
        }

        Entry any() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        static String cell(@Nullable Entry entry, String column) {
            return entry == null ? "" : entry.cells.getOrDefault(column, "");
        }
    }

    static Difference between(PackTable<?> table, String before, String after) {
        List<String> identity = table instanceof CsvTable<?> sheet ? sheet.identity() : List.of();
        Map<List<String>, Deque<Entry>> left = new LinkedHashMap<>();
        entries(table, before)
                .forEach(entry -> left.computeIfAbsent(key(entry, identity), _ -> new ArrayDeque<>())
                        .add(entry));
        List<Change> changes = new ArrayList<>();
        for (Entry entry : entries(table, after)) {
            List<String> key = key(entry, identity);
            Entry was = left.getOrDefault(key, new ArrayDeque<>()).poll();
            if (was == null) {
                changes.add(new Change(ChangeKind.ADDED, key, null, entry));
            } else if (!was.cells.equals(entry.cells)) {
                changes.add(new Change(ChangeKind.CHANGED, key, was, entry));
            }
        }
        left.forEach(
                (key, gone) -> gone.forEach(entry -> changes.add(new Change(ChangeKind.REMOVED, key, entry, null))));
        return new Difference(List.copyOf(changes));
    }

    StoredDraft.Counts counts() {
        Map<ChangeKind, Integer> counted = new HashMap<>();
        changes.forEach(change -> counted.merge(change.kind, 1, Integer::sum));
        return new StoredDraft.Counts(
                counted.getOrDefault(ChangeKind.ADDED, 0),
                counted.getOrDefault(ChangeKind.CHANGED, 0),
                counted.getOrDefault(ChangeKind.REMOVED, 0));
    }

    static List<Entry> entries(PackTable<?> table, String text) {
        if (!(table instanceof CsvTable<?> sheet)) {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Entry(Map.of(LINE, line), null))
                    .toList();
        }
        return sheet.rows(text).stream().map(row -> entry(sheet, row)).toList();
    }

    private static Entry entry(CsvTable<?> sheet, Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        sheet.columns().forEach(column -> cells.put(column.name(), row.text(column.name())));
        return new Entry(cells, row);
    }

    private static List<String> key(Entry entry, List<String> identity) {
        return identity.isEmpty()
                ? List.copyOf(entry.cells.values())
                : identity.stream().map(column -> Change.cell(entry, column)).toList();
    }
}
