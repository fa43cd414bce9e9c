package org.mulin.ticket.internal.whatif;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.job.JobState;

/** What a list keeper sees of a what-if. */
final class WhatIfViews {
    private WhatIfViews() {}

    /**
     * How many would have been otherwise.
     *
     * @param elsewhere dispatches that would have gone to another unit
     * @param earlierMinutes median of the office time by which they would be due earlier; null when none is
     */
    record Tally(
            long elsewhere,
            long earlier,
            long later,
            @Nullable Long earlierMinutes,
            @Nullable Long laterMinutes) {
        static final Tally NONE = new Tally(0, 0, 0, null, null);
    }

    /** @param code of the matter or area, "" where none was known */
    record TallyRow(String code, String name, Tally tally) {}

    /** @param from null where people had to decide, like {@code to} */
    record MoveRow(
            @Nullable UUID fromId,
            @Nullable String from,
            @Nullable UUID toId,
            @Nullable String to,
            long count) {}

    /**
     * @param read how many of the {@code total} decisions have been taken once more
     * @param tickets how many tickets would have gone to another unit at least once
     * @param failure why it could not be finished
     */
    record RunView(
            UUID id,
            JobState state,
            int days,
            Instant since,
            Instant until,
            long read,
            long total,
            long tickets,
            Tally tally,
            List<MoveRow> moves,
            List<TallyRow> matters,
            List<TallyRow> areas,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}

    /** @param applies whether the draft's table has a say in where tickets go and when they are due */
    record WhatIfView(boolean applies, @Nullable RunView run) {}

    record WhatIfTicketRow(
            UUID ticketId,
            String number,
            @Nullable String matter,
            @Nullable String area,
            Instant at,
            @Nullable String from,
            @Nullable String to,
            Instant dueBefore,
            Instant dueAfter,
            long shiftMinutes) {}
}
