package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.ticket.TicketStatus;

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
                .map(status -> "  " + status + ": " + zh(status.textCode()) + "\n")
                .collect(Collectors.joining());
        String arrows = TicketWorkflow.STEPS.stream()
                .map(step -> "  " + (step.from() == null ? "[*]" : step.from()) + " --> " + step.to() + ": "
                        + zh(step.action().textCode()) + "（" + zh(step.role().textCode()) + "）"
                        + step.inCase().chinese() + "\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n" + states + arrows + "```\n";
    }

    private static String table() {
        return "| from | action | by | to | case |\n|---|---|---|---|---|\n"
                + TicketWorkflow.STEPS.stream()
                        .map(step -> "| "
                                + (step.from() == null ? "—" : zh(step.from().textCode())) + " | `"
                                + step.action() + "` " + zh(step.action().textCode()) + " | "
                                + zh(step.role().textCode()) + " | "
                                + zh(step.to().textCode()) + " | "
                                + (step.inCase() == StepCase.ALWAYS
                                        ? gate(step)
                                        : step.inCase().chinese())
                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String gate(Step step) {
        return step.gate() == StepGate.REOPENABLE ? "重办期内" : "";
    }

    private static String zh(String code) {
        return Texts.in(Locale.SIMPLIFIED_CHINESE, Said.of(code));
    }
}
