package org.mulin.ticket.internal.exclusion;

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
import org.mulin.ticket.ExclusionAction;

/** The life of exclusions, its drawing in the docs, and what holds after any sequence of wishes. */
class ExclusionLifeTest {
    @Test
    void everyActionInEveryStateDoesWhatTheTableSaysOrIsRefused() {
        for (ExclusionState state : ExclusionState.values()) {
            for (ExclusionParty party : ExclusionParty.values()) {
                EnumSet<ExclusionParty> who = EnumSet.of(party);
                List<ExclusionAction> allowed = ExclusionLife.allowed(state, who);
                for (ExclusionAction action : ExclusionAction.values()) {
                    if (allowed.contains(action)) {
                        assertThat(ExclusionLife.after(state, action, who)).isNotEqualTo(state);
                    } else {
                        assertThatThrownBy(() -> ExclusionLife.after(state, action, who))
                                .isInstanceOf(Refused.class);
                    }
                }
            }
        }
    }

    @Test
    void nobodyLeavesOutTheirOwnTicket() {
        for (ExclusionLife.Step step : ExclusionLife.STEPS) {
            if (step.to() == ExclusionState.UPHELD || step.from() == ExclusionState.UPHELD) {
                assertThat(step.party()).isEqualTo(ExclusionParty.REVIEWER);
            }
        }
        assertThat(ExclusionLife.STEPS).extracting(ExclusionLife.Step::action).doesNotHaveDuplicates();
    }

    /** Random wishes: the history explains the state, and an end is an end. */
    @Test
    void theHistoryExplainsTheState() {
        SplittableRandom random = new SplittableRandom(20261129);
        for (int life = 0; life < 5_000; life++) {
            ExclusionState state = ExclusionLife.after(null, ExclusionAction.APPLY, EnumSet.of(ExclusionParty.UNIT));
            List<ExclusionAction> history = new ArrayList<>(List.of(ExclusionAction.APPLY));
            for (int wish = 0; wish < 10; wish++) {
                ExclusionAction action = any(random, ExclusionAction.values());
                EnumSet<ExclusionParty> party = EnumSet.of(any(random, ExclusionParty.values()));
                try {
                    state = ExclusionLife.after(state, action, party);
                    history.add(action);
                } catch (Refused refused) {
                    assertThat(ExclusionLife.allowed(state, party)).doesNotContain(action);
                }
            }
            assertThat(state).as(history.toString()).isEqualTo(told(history));
            assertThat(history.size()).isLessThanOrEqualTo(3);
        }
    }

    private static ExclusionState told(List<ExclusionAction> history) {
        return switch (history.getLast()) {
            case APPLY -> ExclusionState.OPEN;
            case TAKE_BACK -> ExclusionState.WITHDRAWN;
            case UPHOLD -> ExclusionState.UPHELD;
            case REFUSE -> ExclusionState.REFUSED;
            case REVOKE -> ExclusionState.REVOKED;
        };
    }

    private static <T> T any(SplittableRandom random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void theDocsShowTheTable() throws IOException {
        UnaryOperator<String> zh = DrawnPart.glossary("Exclusion");
        List<String> arrows = ExclusionLife.STEPS.stream()
                .map(step -> DrawnPart.arrow(
                        step.from(),
                        step.to(),
                        zh.apply("ExclusionAction." + step.action()),
                        zh.apply("ExclusionParty." + step.party()),
                        ""))
                .toList();
        String drawn = DrawnPart.diagram(ExclusionState.values(), state -> zh.apply("ExclusionState." + state), arrows);
        DrawnPart.check(
                "docs/modules/ticket.md",
                "<!-- exclusions: generated from ExclusionLife.STEPS -->\n",
                "<!-- end of exclusions -->\n",
                drawn);
    }
}
