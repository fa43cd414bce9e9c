package org.mulin.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of nothing but codes and their names: code → name, in the order of the file; a pack need not have it. */
public abstract class NamesTable extends CsvTable<Map<String, String>> {
    protected NamesTable(String name, String title) {
        super(name, title, Column.code("code").asKey(), Column.text("name").asKey());
    }

    @Override
    public final boolean optional() {
        return true;
    }

    @Override
    protected final Map<String, String> read(List<Row> rows, PackProblems problems) {
        Map<String, String> names = new LinkedHashMap<>();
        rows.forEach(row -> names.putIfAbsent(row.text("code"), row.text("name")));
        return names;
    }
}
