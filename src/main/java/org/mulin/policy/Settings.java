package org.mulin.policy;

import java.util.Map;

/** The pack's settings by key. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public <T> T get(Setting<T> setting) {
        String value = values.get(setting.key());
        return value == null ? setting.fallback() : setting.read(value);
    }
}
