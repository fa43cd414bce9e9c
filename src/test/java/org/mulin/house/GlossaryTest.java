package org.mulin.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Each word of the field stands once in docs/glossary.csv: the root types of modules and the constants of enums that
 * others see. The ground (base) and the door (launch) hold no business.
 */
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("docs/glossary.csv");

    @Test
    void everyWordIsExplainedOnce() throws IOException {
        Set<String> terms = new HashSet<>();
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = format.parse(Files.newBufferedReader(GLOSSARY))) {
            for (CSVRecord line : lines) {
                assertThat(terms.add(line.get("term")))
                        .as("term %s stands twice", line.get("term"))
                        .isTrue();
                assertThat(line.get("chinese"))
                        .as("%s has no Chinese", line.get("term"))
                        .isNotBlank();
                assertThat(line.get("definition"))
                        .as("%s is not explained", line.get("term"))
                        .isNotBlank();
            }
        }
        Set<String> missing = words();
        missing.removeAll(terms);
        assertThat(missing).as("words without a line in %s", GLOSSARY).isEmpty();
    }

    /** {@code TicketStatus.TRIAGE} for constants, {@code Area} for root types. */
    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.mulin");
        for (JavaClass type : classes) {
            boolean generated = type.getPackageName().contains(".internal.db");
            boolean root = type.getPackageName().matches("org\\.mulin\\.[a-z]+");
            boolean noBusiness = type.getPackageName().matches("org\\.mulin\\.(base|launch)(\\..*)?");
            if (generated
                    || noBusiness
                    || type.isAnonymousClass()
                    || type.getSimpleName().equals("package-info")) {
                continue;
            }
            if (root && type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass()) {
                words.add(type.getSimpleName());
            }
            if (type.isEnum() && (root || isAnswered(type))) {
                for (JavaField field : type.getFields()) {
                    if (field.getRawType().equals(type)) {
                        words.add(type.getSimpleName() + "." + field.getName());
                    }
                }
            }
        }
        return words;
    }

    /** Enums that a view carries reach the API. */
    private static boolean isAnswered(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> use.getOriginClass().getSimpleName().matches(".*(View|Row)"));
    }
}
