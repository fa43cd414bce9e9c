package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.mulin.triage.Urgency;

/** 不予受理复核: whether a ticket was declined rightly, asked once and decided by a unit that the pack names. */
sealed interface ReviewAction extends TicketAction {
    /**
     * @param unitId who decides
     * @param byPhone told to a clerk, who wrote it down
     */
    record Contest(UUID unitId, Instant decideBy, String words, boolean byPhone) implements ReviewAction {
        @Override
        public ActionKind kind() {
            return ActionKind.CONTEST;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("unit", unitId.toString(), "dueAt", decideBy.toString(), "byPhone", String.valueOf(byPhone));
        }
    }

    record Overturn(String matterCode, Urgency urgency, Mandate mandate, String words) implements ReviewAction {
        @Override
        public ActionKind kind() {
            return ActionKind.OVERTURN;
        }

        @Override
        public Map<String, String> facts() {
            return TicketAction.with(TicketAction.factsOf(mandate), "matter", matterCode);
        }
    }

    record Sustain(String words) implements ReviewAction {
        @Override
        public ActionKind kind() {
            return ActionKind.SUSTAIN;
        }
    }
}
