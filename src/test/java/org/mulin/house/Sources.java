package org.mulin.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program's text, for rules about what it names. */
final class Sources {
    private Sources() {}

    /** What the pattern's first group holds anywhere in the program. */
    static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(result -> found.add(result.group(1)));
            }
        }
        return found;
    }
}
