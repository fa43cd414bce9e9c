package org.mulin.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of one pack as far as they could be read; what checks between tables look at. */
public final class PackContents {
    private final Collection<PackTable<?>> tables;
    private final Map<PackTable<?>, String> texts;
    private final Map<PackTable<?>, Sheet> sheets;
    private final Map<PackTable<?>, Object> contents;

    PackContents(
            Collection<PackTable<?>> tables,
            Map<PackTable<?>, String> texts,
            Map<PackTable<?>, Sheet> sheets,
            Map<PackTable<?>, Object> contents) {
        this.tables = tables;
        this.texts = texts;
        this.sheets = sheets;
        this.contents = contents;
    }

    /** What the table says; empty when it is absent or has mistakes, so that nothing can be held against others. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Class<? extends PackTable<T>> table) {
        return Optional.ofNullable((T) contents.get(table(table)));
    }

    /** The same of a pack without mistakes. */
    public <T> T content(Class<? extends PackTable<T>> table) {
        return find(table).orElseThrow(() -> new IllegalStateException(table.getSimpleName() + " was not read"));
    }

    /** Those whose file there is. */
    Collection<PackTable<?>> present() {
        return texts.keySet();
    }

    /** The file as it was handed over. */
    public String text(PackTable<?> table) {
        return texts.getOrDefault(table, "");
    }

    /** The well-formed rows of a table, whatever is wrong with the others, so that a check can name the line. */
    public List<Row> rows(Class<? extends CsvTable<?>> table) {
        CsvTable<?> found = table.cast(table(table));
        Sheet sheet = sheets.get(found);
        var ignored = new PackProblems();
        return found.rows(sheet == null ? found.sheet(text(found), ignored) : sheet, ignored);
    }

    /** Every setting that some module reads. */
    public List<Setting<?>> settings() {
        var settings = new ArrayList<Setting<?>>();
        for (PackTable<?> table : tables) {
            settings.addAll(table.settings());
        }
        return settings;
    }

    private PackTable<?> table(Class<? extends PackTable<?>> wanted) {
        for (PackTable<?> table : tables) {
            if (wanted.isInstance(table)) {
                return table;
            }
        }
        throw new IllegalArgumentException(wanted.getSimpleName() + " is no table of this pack");
    }
}
