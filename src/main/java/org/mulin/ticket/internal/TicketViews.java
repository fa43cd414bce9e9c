package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.file.StoredFile;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.DecisionViews.DecisionView;
import org.mulin.ticket.internal.DecisionViews.UnitFinding;
import org.mulin.ticket.internal.MergeViews.MergedTicketView;
import org.mulin.ticket.internal.open.PublicityView;
import org.mulin.triage.Proof;
import org.mulin.triage.Urgency;

/** What the desk and the residents' page are shown. */
final class TicketViews {
    private TicketViews() {}

    record PhotoView(UUID id, String name) {
        static List<PhotoView> of(@Nullable List<StoredFile> files) {
            return files == null
                    ? List.of()
                    : files.stream()
                            .map(file -> new PhotoView(file.id(), file.name()))
                            .toList();
        }
    }

    /** @param note what the step decided (reason, unit, deadline), in words; null when there is nothing to add */
    record TimelineEntry(
            Instant at,
            ActionKind action,
            String who,
            @Nullable String words,
            @Nullable String note,
            List<PhotoView> photos) {}

    record VerdictView(
            boolean contacted,
            boolean solved,
            int satisfaction,
            @Nullable String comment) {}

    record PlaceOfTicket(
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String text,
            List<String> areaPath) {}

    record TicketMatter(String code, String name) {}

    /** @param readable whether this reader may see it whole, for a purpose */
    record ContactView(
            @Nullable String nameMasked, @Nullable String phoneMasked, boolean readable) {}

    /** 代办: which unit's worker filed it for the resident, and how the resident agreed. */
    record HelperView(@Nullable String unitName, Consent consent) {}

    /**
     * @param contact null when the channel gave none, or when it is not for this reader
     * @param helper null when nobody filed it for the resident
     */
    record TicketAppealView(
            UUID id,
            String words,
            Channel channel,
            Instant submittedAt,
            @Nullable ContactView contact,
            @Nullable HelperView helper,
            boolean confidential,
            List<PhotoView> photos,
            @Nullable VerdictView verdict) {}

    record PartView(
            UUID id,
            UnitFinding unit,
            PartRole role,
            PartStatus status,
            @Nullable Instant dueAt,
            @Nullable String assignee) {}

    /**
     * @param proof what the result must be shown by
     * @param excludedFrom rates that leave it out
     * @param unreachable its authors were called in vain in this round
     * @param merged tickets that became part of it
     * @param goesOn the ticket that it became part of; null when it was not merged
     * @param review null when it is not declined
     * @param ownAppealId the reader's own appeal, for what its author may do; null when the reader filed none
     */
    record TicketView(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable TicketMatter matter,
            Urgency urgency,
            PlaceOfTicket place,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant pausedUntil,
            List<TicketAppealView> appeals,
            List<PartView> parts,
            List<TimelineEntry> timeline,
            @Nullable DecisionView decision,
            List<ActionKind> allowedActions,
            Proof proof,
            List<RateKind> excludedFrom,
            boolean unreachable,
            List<MergedTicketView> merged,
            @Nullable MergedTicketView goesOn,
            @Nullable DeclineReviewView review,
            @Nullable UUID ownAppealId,
            long version) {}

    /**
     * @param words the first of them
     * @param found the piece that holds what was sought, where the first words do not
     * @param appeals how many it holds
     * @param supervisedFor why the reader's unit supervises it; null when it does not
     */
    record TicketRow(
            UUID id,
            String number,
            TicketStatus status,
            String words,
            @Nullable String found,
            @Nullable String matterName,
            @Nullable String areaName,
            @Nullable String unitName,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable Instant pausedUntil,
            Instant openedAt,
            Channel channel,
            Urgency urgency,
            int appeals,
            @Nullable EscalationCause supervisedFor) {}

    /**
     * Where the review of what was declined stands.
     *
     * @param askUntil until when it may be asked for; null when it was asked for, or too long ago
     * @param unitName who decides; null while nobody has to
     * @param decideBy by when
     */
    record DeclineReviewView(
            @Nullable Instant askUntil,
            @Nullable String unitName,
            @Nullable Instant decideBy) {}

    /** @param needsMe the author is asked, or may judge */
    record MyAppealRow(
            UUID id,
            String number,
            String words,
            TicketStatus status,
            @Nullable String matterName,
            @Nullable String unitName,
            @Nullable Instant dueAt,
            Instant submittedAt,
            boolean needsMe) {}

    /**
     * @param matterName null until somebody has decided it
     * @param dueAt now, after whatever was done about the clock since the decision
     * @param pausedUntil until when the clock stands still; null when it runs
     * @param question what the author is asked now
     * @param filedAs the number it had before its ticket was merged; null when it was not
     * @param review null when it is not declined
     */
    record MyAppealView(
            UUID id,
            String number,
            String words,
            List<PhotoView> photos,
            PlaceOfTicket place,
            Instant submittedAt,
            TicketStatus status,
            @Nullable String matterName,
            @Nullable DecisionView decision,
            @Nullable Instant dueAt,
            @Nullable Instant pausedUntil,
            List<TimelineEntry> timeline,
            List<ActionKind> allowedActions,
            @Nullable VerdictView verdict,
            @Nullable String question,
            @Nullable String filedAs,
            @Nullable DeclineReviewView review,
            PublicityView publicity,
            long version,
            String queryCode) {}

    /**
     * @param joined whether it became part of a ticket that neighbours had filed before
     * @param notJoined why it is a ticket of its own though its author wanted to join neighbours; else null
     */
    record AppealReceipt(
            UUID appealId,
            UUID ticketId,
            String number,
            String queryCode,
            boolean joined,
            @Nullable String notJoined,
            DecisionView decision) {}

    /** @param filedAs the number it had before its ticket was merged; null when it was not */
    record AppealQueryAnswer(
            String number,
            @Nullable String filedAs,
            TicketStatus status,
            @Nullable String unitName,
            @Nullable Instant dueAt,
            Instant updatedAt) {}

    /**
     * @param cited whether the unit that gave the ticket back holds this matter to be right
     * @param returned whether the unit that would get the ticket has given it back before
     */
    record SuggestionView(
            String matterCode,
            String name,
            double probability,
            List<String> tellingWords,
            @Nullable String unitName,
            boolean cited,
            boolean returned,
            @Nullable String areaCode,
            @Nullable String areaName) {}

    record ContactReading(@Nullable String name, @Nullable String phone) {}

    record ReplayView(boolean same, DecisionView decision, List<String> differences) {}
}
