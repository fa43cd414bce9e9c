package org.mulin.policy;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Checks a pack without a server or database. First every table by itself; only when all can be read, what they say
 * about each other, so that one mistake is not reported ten times.
 */
public final class PackCheck {
    private PackCheck() {}

    /** All mistakes in the folder, in the order of file and line; empty when the pack may be put in force. */
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
            throw new PackBroken(problems.all());
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

    private static PackContents read(Path folder, Collection<PackTable<?>> tables, PackProblems problems) {
        Map<PackTable<?>, String> texts = new PackFolder(folder, problems).read(tables);
        Map<PackTable<?>, Object> contents = new LinkedHashMap<>();
        texts.forEach((table, text) -> table.parse(text, problems).ifPresent(content -> contents.put(table, content)));
        var pack = new PackContents(texts, contents);
        if (contents.size() == tables.size()) {
            contents.forEach((table, content) -> check(table, content, pack, problems));
        }
        return pack;
    }

    @SuppressWarnings("unchecked")
    private static <T> void check(PackTable<T> table, Object content, PackContents pack, PackProblems problems) {
        table.check((T) content, pack, problems);
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
