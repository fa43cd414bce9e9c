package org.mulin.ticket.internal.saved;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Written;
import org.mulin.ticket.internal.ChosenFilter;

/** A person's own filters, in and out. */
final class SavedFilterViews {
    static final int NAME_MAX = 30;

    private SavedFilterViews() {}

    record NewSavedFilter(
            @NotBlank @Written @Size(max = NAME_MAX) String name,
            @NotNull @Valid ChosenFilter filter,
            boolean start) {}

    record SavedFilterChange(
            @NotBlank @Written @Size(max = NAME_MAX) String name,
            @NotNull @Valid ChosenFilter filter,
            boolean start,
            @NotNull @Min(1) Long version) {}

    record SavedFilterRemoval(@NotNull @Min(1) Long version) {}

    /**
     * @param start whether the queue opens with it
     * @param count tickets behind it now, at most one more than {@code 99}; null when the pack no longer knows what it
     *     names
     */
    record SavedFilterView(
            UUID id,
            String name,
            ChosenFilter filter,
            boolean start,
            @Nullable Integer count,
            long version) {}
}
