package org.mulin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a CSV table whose cells fit their columns; {@code line} counts from 1, the header being line 1. */
public final class Row {
    private final String file;
    private final int line;
    private final Map<String, String> cells;

    Row(String file, int line, Map<String, String> cells) {
        this.file = file;
        this.line = line;
        this.cells = cells;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    /** The cell without surrounding blanks; "" when empty. */
    public String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(file + " has no column " + column);
        }
        return cell;
    }

    public boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    public @Nullable String textOrNull(String column) {
        return isEmpty(column) ? null : text(column);
    }

    public int integer(String column) {
        return Integer.parseInt(text(column));
    }

    public @Nullable Integer integerOrNull(String column) {
        return isEmpty(column) ? null : Integer.valueOf(text(column));
    }

    public double decimal(String column) {
        return Double.parseDouble(text(column));
    }

    public @Nullable Double decimalOrNull(String column) {
        return isEmpty(column) ? null : Double.valueOf(text(column));
    }

    public LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }

    public @Nullable LocalDate dateOrNull(String column) {
        return isEmpty(column) ? null : date(column);
    }

    public boolean yes(String column) {
        return text(column).equals("yes");
    }

    public Limit limit(String column) {
        return Limit.of(text(column));
    }

    public List<String> list(String column) {
        return Column.items(text(column));
    }
}
