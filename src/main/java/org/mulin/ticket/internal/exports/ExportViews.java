package org.mulin.ticket.internal.exports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.job.JobState;
import org.mulin.ticket.internal.ChosenFilter;

/** What the desk sees of exports. */
final class ExportViews {
    private ExportViews() {}

    record ExportWish(@NotNull @Valid ChosenFilter filter) {}

    /**
     * @param written rows so far
     * @param rows that the list had
     * @param keptUntil it can be taken until then
     * @param failure what went wrong, in words
     */
    record ExportView(
            UUID id,
            JobState state,
            long written,
            int rows,
            ChosenFilter filter,
            Instant createdAt,
            Instant keptUntil,
            @Nullable String failure) {}
}
