package org.mulin.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a pack as an official hands them over. */
final class PackFolder {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Set<String> TABLE_ENDINGS = Set.of("csv", "yaml", "yml", "geojson", "json");

    private final Path folder;
    private final PackProblems problems;

    PackFolder(Path folder, PackProblems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The text of every table; a table whose file is absent or unreadable is left out and reported. */
    Map<PackTable<?>, String> read(Collection<PackTable<?>> tables) {
        if (!Files.isDirectory(folder)) {
            problems.add(folder.toString(), 0, null, "pack-missing");
            return Map.of();
        }
        var texts = new LinkedHashMap<PackTable<?>, String>();
        for (PackTable<?> table : tables) {
            String text = text(table);
            if (text != null) {
                texts.put(table, text);
            }
        }
        reportStrangers(tables);
        return texts;
    }

    /** Null, and reported, when the file is absent or unreadable; "" when it may be absent. */
    @Nullable
    String text(PackTable<?> table) {
        Path file = folder.resolve(table.file());
        if (!Files.exists(file)) {
            if (table.optional()) {
                return "";
            }
            problems.add(table.file(), 0, null, "file-missing", table.title());
            return null;
        }
        try {
            return decoded(table.file(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String decoded(String file, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(file, line, null, "file-not-utf8");
            return null;
        }
    }

    /** A misspelt file name would otherwise pass unseen. */
    private void reportStrangers(Collection<PackTable<?>> tables) {
        var known = new HashSet<String>();
        tables.forEach(table -> known.add(table.file()));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            for (String name : names) {
                String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                if (TABLE_ENDINGS.contains(ending) && !known.contains(name)) {
                    problems.add(name, 0, null, "file-unknown", nearest(name, known));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nearest(String name, Set<String> known) {
        var shared = new HashMap<String, Integer>();
        for (String candidate : known) {
            int same = 0;
            while (same < Math.min(name.length(), candidate.length()) && name.charAt(same) == candidate.charAt(same)) {
                same++;
            }
            shared.put(candidate, same);
        }
        return shared.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
