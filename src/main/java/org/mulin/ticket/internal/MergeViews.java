package org.mulin.ticket.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Written;
import org.mulin.ticket.TicketStatus;

/** What goes in and out when tickets are merged: as many as {@link TicketSettings#BULK_TICKETS}. */
final class MergeViews {
    private MergeViews() {}

    record MergeSelection(@NotEmpty List<@NotNull UUID> ticketIds) {}

    /** @param version that the writer saw when confirming */
    record MergedTarget(@NotNull UUID id, @NotNull @Min(1) Long version) {}

    /**
     * @param tickets that become part of the one that goes on
     * @param words why they are about the same; for staff only
     * @param version of the ticket that goes on
     */
    record MergeInput(
            @NotEmpty List<@NotNull @Valid MergedTarget> tickets,

            @NotBlank @Written @Size(max = TicketInputs.WORDS_MAX)
            String words,

            @NotNull @Min(1) Long version) {}

    /**
     * What speaks for and against merging one of the selected.
     *
     * @param words the first of them
     * @param obstacle why it can have no part in a merge now, in words; null when nothing is in the way
     * @param mayKeep whether all others that can be merged may become part of it
     */
    record MergePlanRow(
            UUID id,
            String number,
            TicketStatus status,
            String words,
            @Nullable String matterName,
            @Nullable String areaName,
            @Nullable String unitName,
            Instant openedAt,
            @Nullable Instant dueAt,
            boolean overdue,
            int appeals,
            @Nullable String obstacle,
            boolean mayKeep,
            long version) {}

    /**
     * @param most tickets at once, the one that goes on included
     * @param proposedId the oldest that may go on; null when none may
     * @param tickets the oldest first; who is out of reach is missing
     */
    record MergePlanView(int most, @Nullable UUID proposedId, List<MergePlanRow> tickets) {}

    /**
     * A ticket that another one became part of, or the other way round.
     *
     * @param appeals that it brought along; of the one that goes on, all
     * @param readable whether this reader may open it
     */
    record MergedTicketView(UUID id, String number, int appeals, boolean readable) {}

    /** @param merged in the order asked for */
    record MergeResult(UUID id, String number, long version, int appeals, List<MergedTicketView> merged) {}
}
