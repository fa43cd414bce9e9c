package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of at most 300 lines of at most 120 characters; exceptions stand here and only shrink. */
class SizesTest {
    private static final int LINES_MAX = 300;
    private static final int COLUMNS_MAX = 120;
    private static final Map<String, Integer> LONGER = Map.of();

    @Test
    void filesStaySmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/test/java", "web/faces", "web/modules")) {
            if (Files.exists(Path.of(root))) {
                measure(Path.of(root), tooLong);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static void measure(Path root, List<String> tooLong) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().matches(".*(?<!\\.gen)\\.(java|ts|vue)"))
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > LONGER.getOrDefault(file.toString(), LINES_MAX)) {
                    tooLong.add(file + " has " + lines.size() + " lines");
                }
                lines.stream()
                        .filter(line ->
                                line.length() > COLUMNS_MAX && file.toString().endsWith(".java"))
                        .forEach(line -> tooLong.add(file + " has a line of " + line.length() + " characters"));
            }
        }
    }
}
