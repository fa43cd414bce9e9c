package org.mulin.policy;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Checks a pack without a server or database: every table by itself, then what they say about each other. A table
 * with mistakes silences only the checks that ask it, so that an official sees all mistakes at once and none ten times.
 */
public final class PackCheck {
    private PackCheck() {}

    /** All mistakes and warnings, in the order of file and line; without a mistake the pack may be put in force. */
    public static List<PackProblem> run(Path folder, Collection<PackTable<?>> tables) {
        var problems = new PackProblems();
        read(folder, tables, problems);
        return problems.all();
    }

    /**
     * The contents of a pack that may be put in force.
     *
     * @throws PackBroken when there is any mistake in the folder
     */
    public static PackContents read(Path folder, Collection<PackTable<?>> tables) {
        var problems = new PackProblems();
        PackContents pack = read(folder, tables, problems);
        if (problems.count() > 0) {
            throw new PackBroken(problems.mistakes());
        }
        return pack;
    }

    /** The city whose pack lies in the folder; empty when its pack.yaml is absent or cannot be read. */
    public static Optional<City> city(Path folder) {
        var table = new CityTable();
        String text = new PackFolder(folder, new PackProblems()).text(table);
        return text == null ? Optional.empty() : table.parse(text, new PackProblems());
    }

    /** Every table that the program knows, found on the class path. */
    public static List<PackTable<?>> tables() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(PackTable.class));
        var byName = new TreeMap<String, PackTable<?>>();
        scanner.findCandidateComponents("org.mulin").forEach(found -> {
            PackTable<?> table = instance(String.valueOf(found.getBeanClassName()));
            byName.put(table.name(), table);
        });
        return List.copyOf(byName.values());
    }

    /**
     * Tables that would be in force together, each read by itself; {@link #check} holds them against each other.
     *
     * @param texts of every table
     * @param sheets lines that stand for the text of a table, with the numbers its writer knows
     * @param known what tables say that were read before
     */
    public static PackContents together(
            Map<PackTable<?>, String> texts,
            Map<PackTable<?>, Sheet> sheets,
            Map<PackTable<?>, Object> known,
            PackProblems problems) {
        return together(texts.keySet(), texts, sheets, known, problems);
    }

    private static PackContents together(
            Collection<PackTable<?>> tables,
            Map<PackTable<?>, String> texts,
            Map<PackTable<?>, Sheet> sheets,
            Map<PackTable<?>, Object> known,
            PackProblems problems) {
        Map<PackTable<?>, Object> contents = new LinkedHashMap<>(known);
        texts.forEach((table, text) -> {
            if (!known.containsKey(table)) {
                parsed(table, text, sheets.get(table), problems).ifPresent(content -> contents.put(table, content));
            }
        });
        return new PackContents(tables, texts, sheets, contents);
    }

    /** What the tables say against each other. */
    public static void check(PackContents pack, PackProblems problems) {
        pack.present().forEach(table -> table.check(pack, problems));
    }

    private static Optional<?> parsed(PackTable<?> table, String text, @Nullable Sheet sheet, PackProblems problems) {
        return sheet != null && table instanceof CsvTable<?> lines
                ? lines.parse(sheet, problems)
                : table.parse(text, problems);
    }

    private static PackContents read(Path folder, Collection<PackTable<?>> tables, PackProblems problems) {
        Map<PackTable<?>, String> texts = new PackFolder(folder, problems).read(tables);
        PackContents pack = together(tables, texts, Map.of(), Map.of(), problems);
        check(pack, problems);
        return pack;
    }

    private static PackTable<?> instance(String className) {
        try {
            Constructor<?> constructor = ClassUtils.forName(className, PackCheck.class.getClassLoader())
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return (PackTable<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " needs a constructor without arguments", e);
        }
    }
}
