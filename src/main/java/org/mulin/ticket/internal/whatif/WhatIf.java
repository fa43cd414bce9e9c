package org.mulin.ticket.internal.whatif;

import java.time.Instant;
import java.util.UUID;

/**
 * One what-if: which draft, over which time, and the job that goes through it.
 *
 * @param decisionsTotal how many decisions there were in that time
 */
record WhatIf(UUID id, UUID draftId, int days, Instant since, Instant until, long decisionsTotal, UUID jobId) {}
