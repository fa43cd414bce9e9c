package org.mulin.policy;

import java.util.Map;
import java.util.Optional;

/** The pack's settings by key. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    /** What the pack says itself; empty where the fallback would hold. */
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(values.get(setting.key())).map(setting::read);
    }

    public <T> T get(Setting<T> setting) {
        String value = values.get(setting.key());
        return value == null ? setting.fallback() : setting.read(value);
    }
}
