package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.mulin.base.Refused;

class CommunityTaskWorkflowTest {
    /** Random lives: done needs receiving first, and nothing moves after the end. */
    @Property(tries = 500, seed = "20261129")
    void randomLivesMatchANaiveModel(@ForAll @Size(max = 8) List<@IntRange(min = 0, max = 9) Integer> moves) {
        var task = new CommunityTask(new UUID(0, 1), CommunityTaskStatus.SENT, "", new UUID(0, 2), new UUID(0, 3), 1);
        boolean received = false;
        String over = "";
        for (int move : moves) {
            CommunityTaskActionKind kind = CommunityTaskActionKind.values()[move % 5];
            CommunityTaskRole role = CommunityTaskRole.values()[move / 5];
            boolean may = over.isEmpty()
                    && switch (kind) {
                        case SEND -> false;
                        case RECEIVE -> role == CommunityTaskRole.COMMUNITY && !received;
                        case REPORT -> role == CommunityTaskRole.COMMUNITY && received;
                        case RETURN -> role == CommunityTaskRole.COMMUNITY;
                        case WITHDRAW -> role == CommunityTaskRole.SENDER;
                    };
            assertThat(CommunityTaskWorkflow.allowed(task.status(), Set.of(role))
                            .contains(kind))
                    .isEqualTo(may);
            try {
                CommunityTaskStatus next =
                        CommunityTaskWorkflow.next(task, kind, Set.of(role)).to();
                assertThat(may).isTrue();
                task = new CommunityTask(task.id(), next, "", task.senderUnitId(), task.unitId(), task.version() + 1);
            } catch (Refused refused) {
                assertThat(may).isFalse();
            }
            received |= may && kind == CommunityTaskActionKind.RECEIVE;
            if (may && kind == CommunityTaskActionKind.REPORT) {
                over = "DONE";
            } else if (may && kind == CommunityTaskActionKind.RETURN) {
                over = "RETURNED";
            } else if (may && kind == CommunityTaskActionKind.WITHDRAW) {
                over = "WITHDRAWN";
            }
            assertThat(task.status().name()).isEqualTo(over.isEmpty() ? received ? "RECEIVED" : "SENT" : over);
        }
    }
}
