package org.mulin.ticket.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mulin.base.Refused;
import org.mulin.house.DrawnPart;

/** The life of suspensions and extensions, its drawing in the docs, and what holds after any sequence of wishes. */
class DeferralLifeTest {
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
        UnaryOperator<String> zh = DrawnPart.glossary("Deferral");
        List<String> arrows = DeferralLife.STEPS.stream()
                .map(step -> DrawnPart.arrow(
                        step.from(),
                        step.to(),
                        zh.apply("DeferralAction." + step.action()),
                        zh.apply("DeferralParty." + step.party()),
                        step.kind() == null ? "" : zh.apply("DeferralKind." + step.kind())))
                .toList();
        String drawn = DrawnPart.diagram(DeferralState.values(), state -> zh.apply("DeferralState." + state), arrows);
        DrawnPart.check(
                "docs/modules/ticket.md",
                "<!-- deferrals: generated from DeferralLife.STEPS -->\n",
                "<!-- end of deferrals -->\n",
                drawn);
    }
}
