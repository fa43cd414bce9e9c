package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketStatus;

/** What goes in and out when one thing is done to many tickets: as many as {@link TicketSettings#BULK_TICKETS}. */
final class BulkViews {
    private BulkViews() {}

    record BulkSelection(@NotEmpty List<@NotNull UUID> ticketIds) {}

    /** @param version that the writer saw when confirming */
    record BulkTarget(@NotNull UUID id, @NotNull @Min(1) Long version) {}

    /**
     * @param words for replies, transfers and closures; {@code {编号}} and the other blanks become those of each ticket
     * @param postId for assignments
     * @param unitId for transfers
     */
    record BulkStep(
            @NotNull ActionKind action,
            @NotEmpty List<@NotNull @Valid BulkTarget> tickets,
            @Nullable @Size(max = TicketInputs.WORDS_MAX) String words,
            @Nullable UUID postId,
            @Nullable UUID unitId) {}

    /** @param to where the step leads */
    record BulkDeedView(ActionKind action, TicketStatus to) {}

    record BulkTicketRow(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable String matterName,
            @Nullable String unitName,
            List<BulkDeedView> deeds,
            long version) {}

    /**
     * @param most tickets at once
     * @param unitId whose posts a ticket may be assigned to; null when the actor acts for no unit
     * @param allowed what each of the tickets allows now
     * @param tickets in the order asked for; who is out of reach is missing
     */
    record BulkPlanView(int most, @Nullable UUID unitId, List<ActionKind> allowed, List<BulkTicketRow> tickets) {}

    /** How one ticket came out of it. */
    enum BulkOutcome {
        /** 已办理. */
        DONE,
        /** 未办理: a rule says no; the reason is told. */
        REFUSED,
        /** 已变化: someone was faster; nothing was done. */
        CHANGED,
        /** 已不可见: gone, or out of reach by now. */
        ABSENT
    }

    /**
     * @param code of the refusal
     * @param reason the same in words
     */
    record BulkResultRow(
            UUID id,
            BulkOutcome outcome,
            @Nullable String code,
            @Nullable String reason) {}
}
