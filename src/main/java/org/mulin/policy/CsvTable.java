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

    /**
     * Columns whose cells together say which row it is, so that two versions can be laid side by side; empty where only
     * the whole row does.
     */
    public List<String> identity() {
        return columns.stream().filter(Column::key).map(Column::name).limit(1).toList();
    }

    /** What a row is about in people's words, when its codes do not say it; "" otherwise. */
    public String label(Row row, Policy policy) {
        return "";
    }

    /** What a cell means in people's words; itself where it needs none. */
    public String shown(String column, String cell, Policy policy) {
        return cell;
    }

    @Override
    public final Optional<T> parse(String text, PackProblems problems) {
        return parse(sheet(text, problems), problems);
    }

    /** The same of lines that were read from another kind of file. */
    public final Optional<T> parse(Sheet sheet, PackProblems problems) {
        int before = problems.count();
        List<Row> rows = rows(sheet, problems);
        if (rows.isEmpty() && !optional() && problems.count() == before) {
            problems.add(file(), 1, null, "table-empty");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        T content = read(rows, problems);
        return problems.count() > before ? Optional.empty() : Optional.of(content);
    }

    /** The text's lines, the header first; of an optional table without text the header alone. */
    public final Sheet sheet(String text, PackProblems problems) {
        return text.isEmpty() && optional()
                ? new Sheet(List.of(
                        new Sheet.Line(1, columns.stream().map(Column::name).toList())))
                : Sheet.of(file(), text, problems);
    }

    /** The rows of a text that was put in force, and so is without mistakes. */
    public final List<Row> rows(String text) {
        var problems = new PackProblems();
        return rows(sheet(text, problems), problems);
    }

    final List<Row> rows(Sheet sheet, PackProblems problems) {
        return new SheetReader(file(), columns, problems).read(sheet);
    }
}
