package org.mulin.ticket.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.base.Said;
import org.mulin.base.Texts;

/** The diagrams in the docs are drawn from the tables; -Dmulin.docs.write=true redraws them. */
class JointLifeCycleDocTest {
    private static final Path DOC = Path.of("docs/modules/ticket-joint.md");
    private static final String BEGIN =
            "<!-- joint life cycles: generated from JointWorkflow and DirectiveWorkflow -->\n";
    private static final String END = "<!-- end of joint life cycles -->\n";

    @Test
    void theDocsShowTheTables() throws IOException {
        String doc = Files.readString(DOC);
        int from = doc.indexOf(BEGIN) + BEGIN.length();
        int to = doc.indexOf(END);
        String drawn = calls() + "\n" + whistles() + "\n" + directives();
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(DOC, doc.substring(0, from) + drawn + doc.substring(to));
        } else {
            assertThat(doc.substring(from, to)).isEqualTo(drawn);
        }
    }

    private static String calls() {
        String arrows = JointWorkflow.CALLS.stream()
                .map(row -> "  " + (row.from() == null ? "[*]" : row.from()) + " --> " + row.to() + ": "
                        + zh(row.step().textCode()) + "（" + zh(row.role().textCode()) + "）\n")
                .collect(Collectors.joining());
        return diagram(states(CallStatus.values(), CallStatus::textCode), arrows);
    }

    private static String whistles() {
        String arrows = "  [*] --> OPEN: 吹哨（召集单位）\n"
                + JointWorkflow.WHISTLES.stream()
                        .map(row -> "  " + row.from() + " --> " + row.to() + ": "
                                + zh(row.step().textCode()) + "（"
                                + zh(row.role().textCode()) + "）\n")
                        .collect(Collectors.joining());
        return diagram(states(WhistleStatus.values(), WhistleStatus::textCode), arrows);
    }

    private static String directives() {
        String arrows = "  [*] --> ISSUED: 下达（下达单位）\n"
                + DirectiveWorkflow.ARROWS.stream()
                        .map(row -> "  " + row.from() + " --> " + row.to() + ": "
                                + zh(row.step().textCode()) + "（"
                                + (row.side() == DirectiveWorkflow.Side.ISSUER ? "下达单位" : "受令部门") + "）\n")
                        .collect(Collectors.joining());
        return diagram(states(DirectiveStatus.values(), DirectiveStatus::textCode), arrows);
    }

    private static <E extends Enum<E>> String states(E[] values, Function<E, String> code) {
        return Arrays.stream(values)
                .map(value -> "  " + value + ": " + zh(code.apply(value)) + "\n")
                .collect(Collectors.joining());
    }

    private static String diagram(String states, String arrows) {
        return "```mermaid\nstateDiagram-v2\n" + states + arrows + "```\n";
    }

    private static String zh(String code) {
        return Texts.in(Locale.SIMPLIFIED_CHINESE, Said.of(code));
    }
}
