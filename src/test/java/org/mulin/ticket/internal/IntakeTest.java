package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mulin.base.Actor;
import org.mulin.ticket.Channel;
import org.springframework.beans.factory.annotation.Autowired;

/** Batches: each appeal once, whatever comes twice; all or none. */
class IntakeTest extends TicketHttpTest {
    private static final int BATCHES = 6;

    @Autowired
    private Intake intake;

    private static NewAppeal appeal(@Nullable String externalId, String words) {
        return new NewAppeal(
                Channel.HOTLINE,
                externalId,
                null,
                "",
                words,
                Instant.parse("2019-02-28T03:25:05Z"),
                GivenPlace.NONE,
                false,
                null,
                "12900000001",
                List.of());
    }

    @Test
    void takesEachOnce() {
        String prefix = UUID.randomUUID().toString();
        List<NewAppeal> batch =
                List.of(appeal(prefix + "-1", LIFT), appeal(prefix + "-2", "嗯嗯啊啊"), appeal(prefix + "-1", LIFT));
        assertThat(intake.registerBatch(Actor.SYSTEM, batch))
                .containsExactly(Taken.DISPATCHED, Taken.TRIAGE, Taken.REPEATED);
        assertThat(intake.registerBatch(Actor.SYSTEM, batch)).containsOnly(Taken.REPEATED);
        assertThat(intake.registerBatch(Actor.SYSTEM, List.of(appeal(null, LIFT), appeal(null, LIFT))))
                .containsOnly(Taken.DISPATCHED);
        assertThat(intake.registerBatch(Actor.SYSTEM, List.of())).isEmpty();
    }

    @Test
    void takesFullBatches() {
        String prefix = UUID.randomUUID().toString();
        String filler = "小区里的情况已经反映过多次，一直没有人来处理，请尽快安排。".repeat(5);
        int taken = 0;
        for (int i = 0; i < BATCHES; i++) {
            List<NewAppeal> batch = new ArrayList<>();
            for (int j = 0; j < Intake.BATCH_MAX; j++) {
                batch.add(appeal(prefix + "-" + i + "-" + j, LIFT + j + filler));
            }
            taken += intake.registerBatch(Actor.SYSTEM, batch).size();
        }
        assertThat(taken).isEqualTo(BATCHES * Intake.BATCH_MAX);
    }
}
