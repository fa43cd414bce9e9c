package org.mulin.job;

import java.util.List;
import java.util.Map;

/**
 * What one batch did.
 *
 * @param cursor where the next batch begins
 * @param counted added to the job's counters
 * @param remarked rows that were taken, but not quite as they were; listed among the rejected
 */
public record Advance(
        String cursor, Map<String, Long> counted, List<RejectedRow> rejected, List<RejectedRow> remarked) {}
