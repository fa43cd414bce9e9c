package org.mulin.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work.
 *
 * @param handler name of the handler that does it
 * @param parameters JSON, meant for the handler
 * @param cursor how far it came, in the handler's own words; null before the first batch
 * @param counters what its batches counted so far, summed up
 * @param failureCode an entry of problems.csv when it failed
 */
public record Job(
        UUID id,
        String handler,
        String parameters,
        JobState state,
        @Nullable String cursor,
        Map<String, Long> counters,
        @Nullable String failureCode,
        boolean cancelWanted,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public long counted(String counter) {
        return counters.getOrDefault(counter, 0L);
    }
}
