package org.mulin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All tables of one pack, read; what checks between tables look at. */
public final class PackContents {
    private final Map<PackTable<?>, String> texts;
    private final Map<PackTable<?>, Object> contents;

    PackContents(Map<PackTable<?>, String> texts, Map<PackTable<?>, Object> contents) {
        this.texts = texts;
        this.contents = contents;
    }

    @SuppressWarnings("unchecked")
    public <T> T content(Class<? extends PackTable<T>> table) {
        Object content = contents.get(table(table));
        if (content == null) {
            throw new IllegalStateException(table.getSimpleName() + " was not read");
        }
        return (T) content;
    }

    /** The file as it was handed over. */
    public String text(PackTable<?> table) {
        return texts.getOrDefault(table, "");
    }

    /** The rows behind a table's content, so that a check can name the line. */
    public List<Row> rows(Class<? extends CsvTable<?>> table) {
        CsvTable<?> found = table.cast(table(table));
        return found.rows(text(found), new PackProblems());
    }

    /** Every setting that some module reads. */
    public List<Setting<?>> settings() {
        var settings = new ArrayList<Setting<?>>();
        for (PackTable<?> table : contents.keySet()) {
            settings.addAll(table.settings());
        }
        return settings;
    }

    private PackTable<?> table(Class<? extends PackTable<?>> wanted) {
        for (PackTable<?> table : contents.keySet()) {
            if (wanted.isInstance(table)) {
                return table;
            }
        }
        throw new IllegalArgumentException(wanted.getSimpleName() + " is no table of this pack");
    }
}
