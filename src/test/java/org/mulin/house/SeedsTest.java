package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test does today what it did yesterday: chance has a seed, and no run leaves anything for the next. */
class SeedsTest {
    private static final Pattern CHANCE =
            Pattern.compile("@Property\\b(?!\\([^)]*seed = )|new Random\\(\\)|Math\\.random\\(|ThreadLocalRandom");
    private static final Path ITSELF = Path.of("src/test/java/org/mulin/house/SeedsTest.java");

    @Test
    void chanceHasASeed() throws IOException {
        List<String> without = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java") && !each.equals(ITSELF))
                    .toList()) {
                CHANCE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> without.add(file + ": " + found.group()));
            }
        }
        assertThat(without).isEmpty();
    }

    /** A failure that jqwik remembers would make the next run another. */
    @Test
    void nothingIsRememberedInTheTree() throws IOException {
        assertThat(Files.readString(Path.of("src/test/resources/junit-platform.properties")))
                .contains("jqwik.database = target/");
        assertThat(Path.of(".jqwik-database")).doesNotExist();
    }
}
