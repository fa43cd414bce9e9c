package org.mulin.policy;

import java.util.List;
import java.util.Optional;

/**
 * A pack table in comma-separated form (UTF-8, with or without byte order mark, first line the column names in any
 * order). Cells are checked against their columns before {@link #read} sees a row.
 */
public abstract class CsvTable<T> implements PackTable<T> {
    private final String name;
    private final String title;
    private final List<Column> columns;

    protected CsvTable(String name, String title, Column... columns) {
        this.name = name;
        this.title = title;
        this.columns = List.of(columns);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String file() {
        return name + ".csv";
    }

    @Override
    public final String title() {
        return title;
    }

    public final List<Column> columns() {
        return columns;
    }

    /**
     * Makes the content out of well-formed rows. What the rows contradict among themselves is reported; the returned
     * value is then not used.
     */
    protected abstract T read(List<Row> rows, PackProblems problems);

    @Override
    public final Optional<T> parse(String text, PackProblems problems) {
        int before = problems.count();
        List<Row> rows = rows(text, problems);
        if (problems.count() > before) {
            return Optional.empty();
        }
        T content = read(rows, problems);
        return problems.count() > before ? Optional.empty() : Optional.of(content);
    }

    final List<Row> rows(String text, PackProblems problems) {
        return text.isEmpty() && optional() ? List.of() : new SheetReader(file(), columns, problems).read(text);
    }
}
