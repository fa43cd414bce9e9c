package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are shown of chores outside duty. */
final class ChoreViews {
    private ChoreViews() {}

    record ChoreKind(String code, String name) {}

    /** A unit that may have asked for it. */
    record AskingUnit(UUID id, String name) {}

    record ChoreFormView(List<ChoreKind> kinds, List<AskingUnit> units) {}

    /** @param mine the reader may take it back */
    record ChoreRow(
            UUID id,
            String kindName,
            BigDecimal hours,
            ForWhom forWhom,
            @Nullable String forUnitName,
            String words,
            LocalDate day,
            String communityName,
            String recordedBy,
            boolean cancelled,
            boolean mine,
            long version) {}
}
