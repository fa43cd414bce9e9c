package org.mulin.ticket.internal.clerk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionViews.DangerView;
import org.mulin.ticket.internal.DecisionViews.DutyFinding;
import org.mulin.ticket.internal.DecisionViews.PlaceFinding;
import org.mulin.ticket.internal.DecisionViews.ReasonView;
import org.mulin.ticket.internal.DecisionViews.UnitFinding;

/** What the intake page is shown. */
final class ClerkViews {
    private ClerkViews() {}

    /**
     * What is read out to the caller.
     *
     * @param dangers whom the caller has to call
     * @param unit who has it now, or has answered; null while a person has to decide, and for a refusal
     * @param dueAt null unless a unit works on it
     * @param duty the entry that named the unit
     * @param appeals how many the ticket holds now
     */
    record IntakeReceipt(
            List<DangerView> dangers,
            UUID ticketId,
            UUID appealId,
            String number,
            String queryCode,
            TicketStatus status,
            @Nullable String matterName,
            @Nullable String areaName,
            @Nullable UnitFinding unit,
            @Nullable Instant dueAt,
            @Nullable DutyFinding duty,
            List<ReasonView> reasons,
            int appeals) {}

    /** @param unitName who would get it */
    record MatterSuggestion(
            String code,
            String name,
            double probability,
            List<String> tellingWords,
            @Nullable String unitName) {}

    /** Where to look on the map. */
    record MapPoint(double lon, double lat) {}

    /**
     * @param point of the place as given, of the place that was named, or inside the area
     * @param unit who would get it
     */
    record IntakeUnderstanding(
            List<MatterSuggestion> matters,
            @Nullable PlaceFinding place,
            @Nullable MapPoint point,
            @Nullable String matterName,
            @Nullable UnitFinding unit,
            @Nullable Instant dueAt,
            @Nullable DutyFinding duty,
            List<ReasonView> reasons,
            List<LikeTicket> like) {}

    /**
     * An open ticket that may be about the same thing.
     *
     * @param words the first of them
     * @param sharedPercent how much of the draft's words it has
     * @param readable whether the clerk may open it
     */
    record LikeTicket(
            UUID id,
            String number,
            TicketStatus status,
            String words,
            @Nullable String matterName,
            @Nullable String areaName,
            @Nullable String unitName,
            @Nullable Instant dueAt,
            Instant openedAt,
            int appeals,
            boolean sameMatter,
            boolean sameGrid,
            int sharedPercent,
            boolean readable,
            long version) {}

    /**
     * What a caller has filed before, without anyone's words.
     *
     * @param ticketId null when the clerk may not open it
     */
    record CallerTicket(
            @Nullable UUID ticketId,
            String number,
            TicketStatus status,
            @Nullable String matterName,
            @Nullable String unitName,
            Instant submittedAt,
            @Nullable Instant dueAt) {}
}
