package org.mulin.policy;

import java.util.Optional;
import java.util.function.Function;
import org.mulin.policy.ColumnType.Fault;

/**
 * One value of settings.csv: declared by the module that reads it ({@link PackTable#settings}), checked by its type;
 * where the pack says nothing, the fallback holds.
 */
public final class Setting<T> {
    private final String key;
    private final T fallback;
    private final ColumnType type;
    private final Function<String, T> reader;

    private Setting(String key, T fallback, ColumnType type, Function<String, T> reader) {
        this.key = key;
        this.fallback = fallback;
        this.type = type;
        this.reader = reader;
    }

    public static Setting<Integer> integer(String key, int fallback, int min, int max) {
        return new Setting<>(key, fallback, Column.integer(key, min, max).type(), Integer::valueOf);
    }

    public static Setting<Double> decimal(String key, double fallback, double min, double max) {
        return new Setting<>(key, fallback, Column.decimal(key, min, max).type(), Double::valueOf);
    }

    public static Setting<Boolean> yesNo(String key, boolean fallback) {
        return new Setting<>(key, fallback, Column.yesNo(key).type(), "yes"::equals);
    }

    public static Setting<Limit> limit(String key, Limit fallback) {
        return new Setting<>(key, fallback, Column.limit(key).type(), Limit::of);
    }

    public static Setting<String> text(String key, String fallback) {
        return new Setting<>(key, fallback, Column.text(key).type(), Function.identity());
    }

    public String key() {
        return key;
    }

    public T fallback() {
        return fallback;
    }

    Optional<Fault> fault(String value) {
        return type.fault(value);
    }

    T read(String value) {
        return reader.apply(value);
    }
}
