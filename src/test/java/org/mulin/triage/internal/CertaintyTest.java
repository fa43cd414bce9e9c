package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mulin.triage.internal.Certainty.Judged;

class CertaintyTest {
    @Test
    void takesAsManyAsThePrecisionAllows() {
        List<Judged> heldOut = List.of(
                new Judged(0.5, true),
                new Judged(0.9, true),
                new Judged(0.8, false),
                new Judged(0.7, true),
                new Judged(0.6, true),
                new Judged(0.4, false));
        // .9: 1 of 1, .8: 1 of 2, .7: 2 of 3, .6: 3 of 4, .5: 4 of 5, .4: 4 of 6
        assertThat(Certainty.from(heldOut, 0.75)).isEqualTo(0.5);
        assertThat(Certainty.from(heldOut, 0.8)).isEqualTo(0.5);
        assertThat(Certainty.from(heldOut, 0.81)).isEqualTo(0.9);
    }

    @Test
    void thoseEquallySureAreTakenTogether() {
        List<Judged> heldOut = List.of(new Judged(0.9, true), new Judged(0.9, false), new Judged(0.9, true));
        assertThat(Certainty.from(heldOut, 0.9)).isEqualTo(Certainty.NEVER);
        assertThat(Certainty.from(heldOut, 0.6)).isEqualTo(0.9);
    }

    @Test
    void withoutMessagesNoneIsSure() {
        assertThat(Certainty.from(List.of(), 0.97)).isEqualTo(Certainty.NEVER);
    }
}
