package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Diagram and table in the docs are drawn from the life-cycle table; -Dmulin.docs.write=true redraws them. */
class LifeCycleDocTest {
    private static final Path DOC = Path.of("docs/modules/ticket.md");
    private static final String BEGIN = "<!-- life cycle: generated from TicketWorkflow.STEPS -->\n";
    private static final String END = "<!-- end of life cycle -->\n";

    @Test
    void theDocsShowTheTable() throws IOException {
        String doc = Files.readString(DOC);
        int from = doc.indexOf(BEGIN) + BEGIN.length();
        int to = doc.indexOf(END);
        String drawn = diagram() + "\n" + table();
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(DOC, doc.substring(0, from) + drawn + doc.substring(to));
        } else {
            assertThat(doc.substring(from, to)).isEqualTo(drawn);
        }
    }

    private static String diagram() {
        String states = java.util.Arrays.stream(TicketStatus.values())
                .map(status -> "  " + status + ": " + status.chinese() + "\n")
                .collect(Collectors.joining());
        String arrows = TicketWorkflow.STEPS.stream()
                .map(step -> "  " + (step.from() == null ? "[*]" : step.from()) + " --> " + step.to() + ": "
                        + step.action().chinese() + "（" + step.role().chinese() + "）"
                        + step.inCase().chinese() + "\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n" + states + arrows + "```\n";
    }

    private static String table() {
        return "| from | action | by | to | case |\n|---|---|---|---|---|\n"
                + TicketWorkflow.STEPS.stream()
                        .map(step -> "| "
                                + (step.from() == null ? "—" : step.from().chinese()) + " | `"
                                + step.action() + "` " + step.action().chinese() + " | "
                                + step.role().chinese() + " | " + step.to().chinese() + " | "
                                + (step.inCase() == StepCase.ALWAYS
                                        ? gate(step)
                                        : step.inCase().chinese())
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String gate(Step step) {
        return step.gate() == StepGate.REOPENABLE ? "重办期内" : "";
    }
}
