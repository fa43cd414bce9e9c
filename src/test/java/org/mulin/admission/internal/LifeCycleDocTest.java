package org.mulin.admission.internal;

import static org.mulin.house.DrawnPart.arrow;
import static org.mulin.house.DrawnPart.diagram;
import static org.mulin.house.DrawnPart.zh;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.house.DrawnPart;

/** Diagrams and tables in the docs are drawn from the life-cycle tables. */
class LifeCycleDocTest {
    @Test
    void theDocsShowTheLifeOfRequests() throws IOException {
        List<String> arrows = AdmissionWorkflow.STEPS.stream()
                .map(step -> arrow(
                        step.from(),
                        step.to(),
                        zh(step.action().textCode()),
                        zh(step.role().textCode()),
                        step.inCase().chinese()))
                .toList();
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
        check(
                "AdmissionWorkflow",
                diagram(AdmissionStatus.values(), status -> zh(status.textCode()), arrows)
                        + "\n| from | action | by | to | case |\n|---|---|---|---|---|\n" + rows);
    }

    @Test
    void theDocsShowTheLifeOfTasks() throws IOException {
        List<String> arrows = CommunityTaskWorkflow.STEPS.stream()
                .map(step -> arrow(
                        step.from(),
                        step.to(),
                        zh(step.action().textCode()),
                        zh(step.role().textCode()),
                        ""))
                .toList();
        check("CommunityTaskWorkflow", diagram(CommunityTaskStatus.values(), status -> zh(status.textCode()), arrows));
    }

    private static void check(String workflow, String drawn) throws IOException {
        DrawnPart.check(
                "docs/modules/admission.md",
                "<!-- life cycle: generated from " + workflow + ".STEPS -->\n",
                "<!-- end of life cycle -->\n",
                drawn);
    }
}
