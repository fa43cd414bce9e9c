package org.mulin.policy.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mulin.policy.City;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackBroken;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.policy.Setting;
import org.mulin.policy.SettingsTable;
import org.mulin.policy.Versioned;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The versions in the database: which there are is kept as one snapshot, what they say as parsed contents. */
@Component
class StoredPolicy implements Policy {
    private final Map<Class<?>, PackTable<?>> tables;
    private final Map<StoredVersion.Key, Object> contents = new ConcurrentHashMap<>();
    private final VersionRepository stored;
    private final Clock clock;
    private volatile Known known;

    StoredPolicy(
            List<PackTable<?>> tables,
            PackSeed seed,
            VersionRepository stored,
            Clock clock,
            @Value("${mulin.pack}") Path folder) {
        this.tables = new HashMap<>();
        tables.forEach(table -> this.tables.put(table.getClass(), table));
        this.stored = stored;
        this.clock = clock;
        seed.sow(folder, tables);
        known = look();
        seed.refuseOtherCity(folder, city());
    }

    /** @param mark of the versions in the database when they were read */
    private record Known(String mark, Map<String, NavigableMap<Long, StoredVersion>> versions) {}

    @Override
    public <T> Versioned<T> current(Class<? extends PackTable<T>> table) {
        return at(table, today());
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

    LocalDate today() {
        return LocalDate.now(clock.withZone(city().zone()));
    }

    /** All tables, by their names. */
    Map<String, PackTable<?>> tables() {
        var byName = new TreeMap<String, PackTable<?>>();
        tables.values().forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    Optional<PackTable<?>> table(String name) {
        return Optional.ofNullable(tables().get(name));
    }

    /** Every version of a table, withdrawn ones too. */
    Collection<StoredVersion> versions(PackTable<?> table) {
        return versionsOf(table.getClass()).values();
    }

    /** Looks whether versions were put in force or withdrawn since, here or on another node; cheap when none was. */
    void refresh() {
        if (!stored.mark().equals(known.mark)) {
            known = look();
        }
    }

    private Known look() {
        // the mark first: a version that comes in between is then looked for once more
        String mark = stored.mark();
        Map<String, NavigableMap<Long, StoredVersion>> versions = new HashMap<>();
        stored.all()
                .forEach(version -> versions.computeIfAbsent(version.table(), ignored -> new TreeMap<>())
                        .put(version.version(), version));
        return new Known(mark, versions);
    }

    private NavigableMap<Long, StoredVersion> versionsOf(Class<?> table) {
        NavigableMap<Long, StoredVersion> found =
                known.versions.get(table(table).name());
        if (found == null) {
            throw new IllegalArgumentException(table.getSimpleName() + " has no version");
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <T> Versioned<T> read(Class<? extends PackTable<T>> table, StoredVersion version) {
        return new Versioned<>(
                version.table(), version.version(), version.validFrom(), (T) content(table(table), version));
    }

    /** What that version says. */
    Object content(PackTable<?> table, StoredVersion version) {
        Object content = contents.get(version.key());
        if (content == null) {
            // read outside of the map's lock: two threads may parse the same text once each, and none waits for a query
            content = parsed(table, stored.text(version.key()));
            contents.put(version.key(), content);
        }
        return content;
    }

    private static Object parsed(PackTable<?> table, String text) {
        var problems = new PackProblems();
        return table.parse(text, problems).map(Object.class::cast).orElseThrow(() -> new PackBroken(problems.all()));
    }

    private PackTable<?> table(Class<?> wanted) {
        PackTable<?> table = tables.get(wanted);
        if (table == null) {
            throw new IllegalArgumentException(wanted.getSimpleName() + " is not registered");
        }
        return table;
    }
}
