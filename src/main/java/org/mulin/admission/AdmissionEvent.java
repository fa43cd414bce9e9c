package org.mulin.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 准入事件: what is asked of communities and how it ends, as ids and facts; published by the transaction that did it. */
public sealed interface AdmissionEvent {
    Instant at();

    /** One community's share of a sending. */
    record Share(UUID taskId, UUID unitId) {}

    /**
     * A unit has sent a task of the list.
     *
     * @param itemName as the list names it
     */
    record Sent(List<Share> shares, String itemName, UUID senderUnitId, LocalDate dueDay, Instant at)
            implements AdmissionEvent {
        public Sent {
            shares = List.copyOf(shares);
        }
    }

    /** A community has given a task back: it is not what the list says. */
    record Returned(UUID taskId, String itemName, UUID senderUnitId, UUID unitId, Instant at)
            implements AdmissionEvent {}

    /**
     * Communities are asked for their vote, for the first time or anew.
     *
     * @param unitIds of the communities
     */
    record VotesAsked(
            UUID requestId, String number, UUID applicantUnitId, List<UUID> unitIds, Instant until, Instant at)
            implements AdmissionEvent {
        public VotesAsked {
            unitIds = List.copyOf(unitIds);
        }
    }

    /**
     * A request has moved on.
     *
     * @param statusText code in texts.csv of where it stands now
     * @param streetsTurn the street of the area is to decide next
     * @param areaKey territory key of the smallest area that holds all communities asked
     */
    record Moved(
            UUID requestId,
            String number,
            UUID applicantUnitId,
            String statusText,
            boolean streetsTurn,
            String areaKey,
            Instant at)
            implements AdmissionEvent {}
}
