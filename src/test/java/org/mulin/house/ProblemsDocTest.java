package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** problems.csv is the one source of refusals: docs/problems.md is made from it, no code is used without entry. */
class ProblemsDocTest {
    private static final Pattern USED = Pattern.compile(
            "(?:Refused|FieldProblem|Malformed)\\.of\\(\\s*" + "(?:[^\"(),]+,\\s*|\"[^\"]+\",\\s*)?\"([a-z0-9-]+)\"");

    @Test
    void theDocumentIsMadeFromTheCatalogue() throws IOException {
        var text = new StringBuilder("# Problems 拒绝与错误\n\nMade from `src/main/resources/problems.csv`; do not edit.\n\n"
                + "| code | status | 中文 | English |\n|---|---|---|---|\n");
        catalogue().stream()
                .sorted(Comparator.comparing(line -> line.get("code")))
                .forEach(line -> text.append("| `%s` | %s | %s | %s |\n"
                        .formatted(line.get("code"), line.get("status"), line.get("zh"), line.get("en"))));
        Path document = Path.of("docs/problems.md");
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(document, text);
        }
        assertThat(Files.readString(document)).isEqualTo(text.toString());
    }

    @Test
    void everyRefusalOfTheCodeHasAnEntry() throws IOException {
        Set<String> known = new HashSet<>();
        catalogue().forEach(line -> known.add(line.get("code")));
        Set<String> unknown = Sources.found(USED);
        unknown.removeAll(known);
        assertThat(unknown).isEmpty();
    }

    private static List<CSVRecord> catalogue() throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = format.parse(Files.newBufferedReader(Path.of("src/main/resources/problems.csv")))) {
            return lines.getRecords();
        }
    }
}
