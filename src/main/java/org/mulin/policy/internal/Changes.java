package org.mulin.policy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.policy.CsvTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.internal.Difference.Change;
import org.mulin.policy.internal.Difference.Entry;
import org.mulin.policy.internal.PolicyViews.CellChange;
import org.mulin.policy.internal.PolicyViews.ChangeRow;
import org.mulin.policy.internal.PolicyViews.DifferenceView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows a difference page by page. */
@Component
class Changes {
    private static final int CELL_CHARS_MAX = 600;

    private final Policy policy;

    Changes(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param kind null for all
     * @param words that some cell of the row, or its label, holds
     */
    DifferenceView page(
            PackTable<?> table,
            Difference difference,
            @Nullable ChangeKind kind,
            @Nullable String words,
            @Nullable String cursor,
            int limit) {
        int skip = skip(cursor);
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        List<ChangeRow> rows = new ArrayList<>();
        int seen = 0;
        for (Change change : difference.changes()) {
            if (kind != null && change.kind() != kind) {
                continue;
            }
            String label = label(table, change.any());
            if (!wanted.isEmpty() && !holds(change, label, wanted)) {
                continue;
            }
            if (seen++ < skip) {
                continue;
            }
            if (rows.size() == limit) {
                return new DifferenceView(difference.counts(), rows, Integer.toString(skip + limit));
            }
            rows.add(row(table, change, label));
        }
        return new DifferenceView(difference.counts(), rows, null);
    }

    private ChangeRow row(PackTable<?> table, Change change, String label) {
        Locale locale = LocaleContextHolder.getLocale();
        List<CellChange> cells = change.columns().stream()
                .map(column -> new CellChange(
                        column,
                        TableTexts.title(table, column, locale),
                        excerpt(shown(table, column, Change.cell(change.before(), column))),
                        excerpt(shown(table, column, Change.cell(change.after(), column)))))
                .toList();
        String name = table instanceof CsvTable<?> ? String.join(" · ", change.identity()) : "";
        return new ChangeRow(change.kind(), excerpt(name), label, cells);
    }

    private String shown(PackTable<?> table, String column, String cell) {
        return table instanceof CsvTable<?> sheet && !cell.isEmpty() ? sheet.shown(column, cell, policy) : cell;
    }

    private String label(PackTable<?> table, Entry entry) {
        return table instanceof CsvTable<?> sheet && entry.row() != null ? sheet.label(entry.row(), policy) : "";
    }

    private static boolean holds(Change change, String label, String wanted) {
        return label.toLowerCase(Locale.ROOT).contains(wanted)
                || holds(change.before(), wanted)
                || holds(change.after(), wanted);
    }

    private static boolean holds(@Nullable Entry entry, String wanted) {
        return entry != null
                && entry.cells().values().stream()
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String excerpt(String cell) {
        return cell.length() > CELL_CHARS_MAX ? cell.substring(0, CELL_CHARS_MAX) + "…" : cell;
    }

    private static int skip(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw Malformed.of("cursor", "cursor-invalid");
        }
    }
}
