package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.base.Said;
import org.mulin.base.Texts;

/** Diagrams and tables in the docs are drawn from the life-cycle tables; -Dmulin.docs.write=true redraws them. */
class LifeCycleDocTest {
    private static final Path DOC = Path.of("docs/modules/admission.md");

    @Test
    void theDocsShowTheLifeOfRequests() throws IOException {
        String states = Arrays.stream(AdmissionStatus.values())
                .map(status -> "  " + status + ": " + zh(status.textCode()) + "\n")
                .collect(Collectors.joining());
        String arrows = AdmissionWorkflow.STEPS.stream()
                .map(step -> "  " + (step.from() == null ? "[*]" : step.from()) + " --> " + step.to() + ": "
                        + zh(step.action().textCode()) + "（" + zh(step.role().textCode()) + "）"
                        + step.inCase().chinese() + "\n")
                .collect(Collectors.joining());
        String rows = AdmissionWorkflow.STEPS.stream()
                .map(step -> "| %s | `%s` %s | %s | %s | %s |\n"
                        .formatted(
                                step.from() == null ? "—" : zh(step.from().textCode()),
                                step.action(),
                                zh(step.action().textCode()),
                                zh(step.role().textCode()),
                                zh(step.to().textCode()),
                                step.inCase().chinese()))
                .collect(Collectors.joining());
        compare(
                "AdmissionWorkflow",
                states + arrows,
                "| from | action | by | to | case |\n|---|---|---|---|---|\n" + rows);
    }

    @Test
    void theDocsShowTheLifeOfTasks() throws IOException {
        String states = Arrays.stream(CommunityTaskStatus.values())
                .map(status -> "  " + status + ": " + zh(status.textCode()) + "\n")
                .collect(Collectors.joining());
        String arrows = CommunityTaskWorkflow.STEPS.stream()
                .map(step -> "  " + (step.from() == null ? "[*]" : step.from()) + " --> " + step.to() + ": "
                        + zh(step.action().textCode()) + "（" + zh(step.role().textCode()) + "）\n")
                .collect(Collectors.joining());
        compare("CommunityTaskWorkflow", states + arrows, "");
    }

    private static void compare(String workflow, String diagram, String table) throws IOException {
        String begin = "<!-- life cycle: generated from " + workflow + ".STEPS -->\n";
        String doc = Files.readString(DOC);
        int from = doc.indexOf(begin) + begin.length();
        int to = doc.indexOf("<!-- end of life cycle -->\n", from);
        String drawn = "```mermaid\nstateDiagram-v2\n" + diagram + "```\n" + (table.isEmpty() ? "" : "\n" + table);
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(DOC, doc.substring(0, from) + drawn + doc.substring(to));
        } else {
            assertThat(doc.substring(from, to)).isEqualTo(drawn);
        }
    }

    private static String zh(String code) {
        return Texts.in(Locale.SIMPLIFIED_CHINESE, Said.of(code));
    }
}
