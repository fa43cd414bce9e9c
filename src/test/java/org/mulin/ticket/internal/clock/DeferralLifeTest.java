package org.mulin.ticket.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mulin.base.Refused;

/** The life of suspensions and extensions, its drawing in the docs, and what holds after any sequence of wishes. */
class DeferralLifeTest {
    private static final Path DOC = Path.of("docs/modules/ticket.md");
    private static final String BEGIN = "<!-- deferrals: generated from DeferralLife.STEPS -->\n";
    private static final String END = "<!-- end of deferrals -->\n";

    @Test
    void everyActionInEveryStateDoesWhatTheTableSaysOrIsRefused() {
        for (DeferralKind kind : DeferralKind.values()) {
            for (DeferralState state : DeferralState.values()) {
                for (DeferralParty party : DeferralParty.values()) {
                    List<DeferralAction> allowed = DeferralLife.allowed(kind, state, EnumSet.of(party));
                    for (DeferralAction action : DeferralAction.values()) {
                        if (allowed.contains(action)) {
                            assertThat(DeferralLife.after(kind, state, action, party))
                                    .isNotEqualTo(state);
                        } else {
                            assertThatThrownBy(() -> DeferralLife.after(kind, state, action, party))
                                    .isInstanceOf(Refused.class);
                        }
                    }
                }
            }
        }
    }

    @Test
    void nobodyGivesThemselvesTimeAndNoClockStandsForEver() {
        for (DeferralLife.Step step : DeferralLife.STEPS) {
            if (step.action() == DeferralAction.GRANT || step.action() == DeferralAction.CONTINUE) {
                assertThat(step.party()).isEqualTo(DeferralParty.APPROVER);
            }
        }
        for (DeferralState open : List.of(DeferralState.ASKED, DeferralState.RUNNING, DeferralState.REVIEW)) {
            assertThat(DeferralLife.allowed(DeferralKind.SUSPENSION, open, EnumSet.of(DeferralParty.SYSTEM)))
                    .as("%s ends without anybody", open)
                    .isNotEmpty();
        }
    }

    /** Random wishes against a list of ifs: the history explains the state, and an end is an end. */
    @Test
    void theHistoryExplainsTheState() {
        SplittableRandom random = new SplittableRandom(20261129);
        for (int life = 0; life < 20_000; life++) {
            DeferralKind kind = random.nextBoolean() ? DeferralKind.SUSPENSION : DeferralKind.EXTENSION;
            DeferralState state = DeferralLife.after(kind, null, DeferralAction.ASK, DeferralParty.UNIT);
            List<DeferralAction> history = new ArrayList<>(List.of(DeferralAction.ASK));
            for (int wish = 0; wish < 12; wish++) {
                DeferralAction action = any(random, DeferralAction.values());
                DeferralParty party = any(random, DeferralParty.values());
                try {
                    state = DeferralLife.after(kind, state, action, party);
                    history.add(action);
                } catch (Refused refused) {
                    assertThat(DeferralLife.allowed(kind, state, EnumSet.of(party)))
                            .doesNotContain(action);
                }
            }
            assertThat(state).as(kind + " " + history).isEqualTo(told(kind, history));
        }
    }

    private static DeferralState told(DeferralKind kind, List<DeferralAction> history) {
        return switch (history.getLast()) {
            case ASK -> DeferralState.ASKED;
            case GRANT -> kind == DeferralKind.EXTENSION ? DeferralState.GRANTED : DeferralState.RUNNING;
            case DENY -> DeferralState.DENIED;
            case TAKE_BACK -> DeferralState.WITHDRAWN;
            case LAPSE -> DeferralState.LAPSED;
            case CALL_UP -> DeferralState.REVIEW;
            case CONTINUE -> DeferralState.RUNNING;
            case END -> DeferralState.ENDED;
        };
    }

    private static <T> T any(SplittableRandom random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void theDocsShowTheTable() throws IOException {
        String doc = Files.readString(DOC);
        int from = doc.indexOf(BEGIN) + BEGIN.length();
        int to = doc.indexOf(END);
        if (Boolean.getBoolean("mulin.docs.write")) {
            Files.writeString(DOC, doc.substring(0, from) + drawn() + doc.substring(to));
        } else {
            assertThat(doc.substring(from, to)).isEqualTo(drawn());
        }
    }

    private static String drawn() throws IOException {
        Map<String, String> zh = chinese();
        String states = Arrays.stream(DeferralState.values())
                .map(state -> "  " + state + ": " + zh.get("DeferralState." + state) + "\n")
                .collect(Collectors.joining());
        String arrows = DeferralLife.STEPS.stream()
                .map(step -> "  " + (step.from() == null ? "[*]" : step.from()) + " --> " + step.to() + ": "
                        + zh.get("DeferralAction." + step.action()) + "（"
                        + zh.get("DeferralParty." + step.party()) + "）"
                        + (step.kind() == null ? "" : zh.get("DeferralKind." + step.kind())) + "\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n" + states + arrows + "```\n";
    }

    private static Map<String, String> chinese() throws IOException {
        return Files.readAllLines(Path.of("docs/glossary.csv")).stream()
                .filter(line -> line.startsWith("Deferral"))
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }
}
