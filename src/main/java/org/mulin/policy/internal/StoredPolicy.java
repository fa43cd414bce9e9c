package org.mulin.policy.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.Setting;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.Versioned;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The versions in the database, read once and kept as parsed contents. */
@Component
class StoredPolicy implements Policy {
    private final Map<Class<?>, PackTable<?>> tables;
    private final Map<String, NavigableMap<Long, StoredVersion>> versions = new HashMap<>();
    private final Map<StoredVersion.Key, Object> contents = new ConcurrentHashMap<>();
    private final Clock clock;

    StoredPolicy(
            List<PackTable<?>> tables,
            PackSeed seed,
            VersionRepository stored,
            Clock clock,
            @Value("${mulin.pack}") Path folder) {
        this.tables = new HashMap<>();
        tables.forEach(table -> this.tables.put(table.getClass(), table));
        this.clock = clock;
        seed.sow(folder, tables);
        stored.all()
                .forEach(version -> versions.computeIfAbsent(version.table(), ignored -> new TreeMap<>())
                        .put(version.version(), version));
        seed.refuseOtherCity(folder, city());
    }

    @Override
    public <T> Versioned<T> current(Class<? extends PackTable<T>> table) {
        return at(table, LocalDate.now(clock.withZone(city().zone())));
    }

    @Override
    public <T> Versioned<T> at(Class<? extends PackTable<T>> table, LocalDate day) {
        return read(table, StoredVersion.inForce(versionsOf(table).values(), day));
    }

    @Override
    public <T> Versioned<T> version(Class<? extends PackTable<T>> table, long version) {
        StoredVersion found = versionsOf(table).get(version);
        if (found == null) {
            throw new IllegalArgumentException(table.getSimpleName() + " has no version " + version);
        }
        return read(table, found);
    }

    /** Which day it is depends on the city's zone, so the city itself is asked for by the day in UTC. */
    @Override
    public City city() {
        return at(CityTable.class, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .content();
    }

    @Override
    public <T> T setting(Setting<T> setting) {
        return current(SettingsTable.class).content().get(setting);
    }

    private NavigableMap<Long, StoredVersion> versionsOf(Class<?> table) {
        NavigableMap<Long, StoredVersion> found = versions.get(table(table).name());
        if (found == null) {
            throw new IllegalArgumentException(table.getSimpleName() + " has no version");
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <T> Versioned<T> read(Class<? extends PackTable<T>> table, StoredVersion version) {
        T content = (T) contents.computeIfAbsent(version.key(), ignored -> version.read(table(table)));
        return new Versioned<>(version.table(), version.version(), version.validFrom(), content);
    }

    private PackTable<?> table(Class<?> wanted) {
        PackTable<?> table = tables.get(wanted);
        if (table == null) {
            throw new IllegalArgumentException(wanted.getSimpleName() + " is not registered");
        }
        return table;
    }
}
