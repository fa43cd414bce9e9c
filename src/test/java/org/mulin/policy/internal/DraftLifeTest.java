package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Refused;
import org.mulin.policy.internal.DraftLife.Part;

class DraftLifeTest {
    @ParameterizedTest
    @CsvSource({
        "OPEN, PUBLISH, ALONE, PUBLISHED",
        "OPEN, PUBLISH, KEEPER, policy-second-person",
        "OPEN, PROPOSE, KEEPER, PROPOSED",
        "OPEN, PROPOSE, ALONE, policy-second-person",
        "OPEN, DISCARD, KEEPER, DISCARDED",
        "OPEN, REJECT, SECOND, policy-draft-state",
        "PROPOSED, PUBLISH, SECOND, PUBLISHED",
        "PROPOSED, PUBLISH, PROPOSER, policy-second-person",
        "PROPOSED, PUBLISH, ALONE, policy-second-person",
        "PROPOSED, REJECT, PROPOSER, OPEN",
        "PROPOSED, DISCARD, KEEPER, policy-draft-state",
        "PUBLISHED, PUBLISH, ALONE, policy-draft-state",
        "DISCARDED, PROPOSE, KEEPER, policy-draft-state"
    })
    void whatMayBecomeOfADraft(DraftState state, DraftAction action, Part part, String expected) {
        if (expected.startsWith("policy-")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> DraftLife.after(state, action, EnumSet.of(part)))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(expected));
        } else {
            assertThat(DraftLife.after(state, action, EnumSet.of(part)).name()).isEqualTo(expected);
        }
    }

    @Test
    void whoUploadedOrAskedMayTakeItBackAndIsNeverTheSecondPerson() {
        UUID author = UUID.randomUUID();
        UUID proposer = UUID.randomUUID();
        var draft = new StoredDraft(
                UUID.randomUUID(),
                "duty",
                1,
                DraftState.PROPOSED,
                "duty.csv",
                "",
                1,
                new StoredDraft.Counts(1, 0, 0),
                List.of(),
                null,
                null,
                null,
                author,
                "甲",
                Instant.EPOCH,
                proposer,
                2);
        assertThat(draft.partsOf(author, true, false)).containsExactlyInAnyOrder(Part.KEEPER, Part.PROPOSER);
        assertThat(draft.partsOf(proposer, true, false)).containsExactlyInAnyOrder(Part.KEEPER, Part.PROPOSER);
        assertThat(draft.partsOf(UUID.randomUUID(), true, false)).containsExactlyInAnyOrder(Part.KEEPER, Part.SECOND);
        assertThat(draft.partsOf(UUID.randomUUID(), false, false)).containsExactly(Part.KEEPER);
    }

    @Test
    void theButtonsAreThoseThatTheTableAllows() {
        for (DraftState state : DraftState.values()) {
            for (Part part : Part.values()) {
                Set<DraftAction> allowed = DraftLife.allowed(state, EnumSet.of(part));
                for (DraftAction action : DraftAction.values()) {
                    boolean done;
                    try {
                        DraftLife.after(state, action, EnumSet.of(part));
                        done = true;
                    } catch (Refused refused) {
                        done = false;
                    }
                    assertThat(done).as(state + " " + action + " " + part).isEqualTo(allowed.contains(action));
                }
            }
        }
    }

    @Test
    void nobodyApprovesTheirOwn() {
        for (DraftLife.Step step : DraftLife.STEPS) {
            if (step.from() == DraftState.PROPOSED && step.to() == DraftState.PUBLISHED) {
                assertThat(step.part()).isEqualTo(Part.SECOND);
            }
        }
    }
}
