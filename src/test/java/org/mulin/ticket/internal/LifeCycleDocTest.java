package org.mulin.ticket.internal;

import static org.mulin.house.DrawnPart.zh;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.house.DrawnPart;
import org.mulin.ticket.TicketStatus;

/** Diagram and table in the docs are drawn from the life-cycle table. */
class LifeCycleDocTest {
    @Test
    void theDocsShowTheTable() throws IOException {
        DrawnPart.check(
                "docs/modules/ticket.md",
                "<!-- life cycle: generated from TicketWorkflow.STEPS -->\n",
                "<!-- end of life cycle -->\n",
                diagram() + "\n" + table());
    }

    private static String diagram() {
        List<String> arrows = TicketWorkflow.STEPS.stream()
                .map(step -> DrawnPart.arrow(
                        step.from(),
                        step.to(),
                        zh(step.action().textCode()),
                        zh(step.role().textCode()),
                        step.inCase().chinese()))
                .toList();
        return DrawnPart.diagram(TicketStatus.values(), status -> zh(status.textCode()), arrows);
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
}
