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

/** In every migration tables are explained in Chinese, the database tells no time, keys stay in their schema. */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern TABLE = Pattern.compile("(?i)create table (?:if not exists )?([a-z_.]+)");
    private static final Pattern TIME = Pattern.compile(
            "(?i)\\b(now\\s*\\(|current_(date|time|timestamp)\\b|(clock|statement|transaction)_timestamp\\s*\\()");
    private static final Pattern FOREIGN = Pattern.compile("(?i)references\\s+[a-z_]+\\.[a-z_]+");

    @Test
    void everyTableIsExplainedAndTakesTimeAndKeysFromItsModule() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sql")).toList()) {
                check(file, Files.readString(file), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(Path file, String sql, List<String> wrong) {
        TABLE.matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(table -> !Pattern.compile("(?i)comment on table " + table + " is\\s+'[^']*\\p{IsHan}")
                        .matcher(sql)
                        .find())
                .forEach(table -> wrong.add(file + ": " + table + " is not explained"));
        TIME.matcher(sql)
                .results()
                .forEach(found -> wrong.add(file + ": time comes from the program: " + found.group()));
        FOREIGN.matcher(sql).results().forEach(found -> wrong.add(file + ": a key across schemas: " + found.group()));
    }
}
