package org.mulin.ticket.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a merge does to its two tickets. */
sealed interface MergeAction extends TicketAction permits MergeAction.Merge, MergeAction.Absorb {
    /** @param into the ticket that goes on */
    record Merge(UUID into, String intoNumber, String words) implements MergeAction {
        @Override
        public ActionKind kind() {
            return ActionKind.MERGE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("into", into.toString(), "number", intoNumber);
        }
    }

    /**
     * @param from the ticket that was merged
     * @param appeals all that it held
     */
    record Absorb(UUID from, String fromNumber, List<Appeal> appeals, String words) implements MergeAction {
        public Absorb {
            appeals = List.copyOf(appeals);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.ABSORB;
        }

        @Override
        public Map<String, String> facts() {
            long authors =
                    appeals.stream().filter(appeal -> !appeal.withdrawn()).count();
            return Map.of("from", from.toString(), "number", fromNumber, "authors", String.valueOf(authors));
        }
    }
}
