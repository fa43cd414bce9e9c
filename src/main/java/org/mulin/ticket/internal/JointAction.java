package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Urgency;

/** What the street and departments that are called together do to a ticket. */
sealed interface JointAction extends TicketAction {
    /**
     * The return was right.
     *
     * @param matterCode the matter that the unit named as the right one; null when the ticket's own stays
     */
    record Uphold(@Nullable String matterCode, @Nullable Urgency urgency, Mandate mandate, String words)
            implements JointAction {
        @Override
        public ActionKind kind() {
            return ActionKind.UPHOLD;
        }

        @Override
        public Map<String, String> facts() {
            return matterCode == null
                    ? TicketAction.factsOf(mandate)
                    : TicketAction.with(TicketAction.factsOf(mandate), "matter", matterCode);
        }
    }

    /** @param mandate of the same unit; its clock has never stopped */
    record Refuse(Mandate mandate, String words) implements JointAction {
        @Override
        public ActionKind kind() {
            return ActionKind.REFUSE;
        }

        @Override
        public Map<String, String> facts() {
            return TicketAction.factsOf(mandate);
        }
    }

    /**
     * @param unitIds who is called; nobody on a ticket that another one of the same whistle leads
     * @param confirmBy by when they say that they come
     * @param words the problem as the convener states it; for staff
     */
    record Whistle(UUID whistleId, List<UUID> unitIds, Instant confirmBy, String words, List<String> names)
            implements JointAction {
        public Whistle {
            unitIds = List.copyOf(unitIds);
            names = List.copyOf(names);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.WHISTLE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("whistle", whistleId.toString(), "units", String.join("、", names));
        }
    }

    /**
     * One step of the whistle's own table.
     *
     * @param step name of the step
     * @param unitId whose part it is about
     * @param ends how the unit's part ends by it; null when it goes on
     * @param confirmBy set when the unit is called by it
     */
    record Joint(
            UUID whistleId,
            String step,
            UUID unitId,
            @Nullable PartStatus ends,
            @Nullable Instant confirmBy,
            @Nullable String words,
            List<UUID> photoIds)
            implements JointAction {
        @Override
        public ActionKind kind() {
            return ActionKind.JOINT;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("whistle", whistleId.toString(), "step", step, "unit", unitId.toString());
        }
    }

    /** @param step name of the step that ended the whistle */
    record Conclude(UUID whistleId, String step, String words) implements JointAction {
        @Override
        public ActionKind kind() {
            return ActionKind.CONCLUDE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("whistle", whistleId.toString(), "step", step);
        }
    }
}
