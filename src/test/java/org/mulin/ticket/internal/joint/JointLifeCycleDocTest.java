package org.mulin.ticket.internal.joint;

import static org.mulin.house.DrawnPart.arrow;
import static org.mulin.house.DrawnPart.diagram;
import static org.mulin.house.DrawnPart.zh;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mulin.house.DrawnPart;

/** The diagrams in the docs are drawn from the tables. */
class JointLifeCycleDocTest {
    @Test
    void theDocsShowTheTables() throws IOException {
        DrawnPart.check(
                "docs/modules/ticket-joint.md",
                "<!-- joint life cycles: generated from JointWorkflow and DirectiveWorkflow -->\n",
                "<!-- end of joint life cycles -->\n",
                calls() + "\n" + whistles() + "\n" + directives());
    }

    private static String calls() {
        List<String> arrows = JointWorkflow.CALLS.stream()
                .map(row -> arrow(
                        row.from(),
                        row.to(),
                        zh(row.step().textCode()),
                        zh(row.role().textCode()),
                        ""))
                .toList();
        return diagram(CallStatus.values(), status -> zh(status.textCode()), arrows);
    }

    private static String whistles() {
        Stream<String> steps = JointWorkflow.WHISTLES.stream()
                .map(row -> arrow(
                        row.from(),
                        row.to(),
                        zh(row.step().textCode()),
                        zh(row.role().textCode()),
                        ""));
        List<String> arrows = Stream.concat(Stream.of(arrow(null, WhistleStatus.OPEN, "吹哨", "召集单位", "")), steps)
                .toList();
        return diagram(WhistleStatus.values(), status -> zh(status.textCode()), arrows);
    }

    private static String directives() {
        Stream<String> steps = DirectiveWorkflow.ARROWS.stream()
                .map(row -> arrow(
                        row.from(),
                        row.to(),
                        zh(row.step().textCode()),
                        row.side() == DirectiveWorkflow.Side.ISSUER ? "下达单位" : "受令部门",
                        ""));
        List<String> arrows = Stream.concat(Stream.of(arrow(null, DirectiveStatus.ISSUED, "下达", "下达单位", "")), steps)
                .toList();
        return diagram(DirectiveStatus.values(), status -> zh(status.textCode()), arrows);
    }
}
