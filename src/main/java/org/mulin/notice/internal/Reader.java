package org.mulin.notice.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads an inbox.
 *
 * @param unitId null for a resident
 * @param since when the reader came to the unit; what was told before is not unread
 */
record Reader(
        UUID accountId, @Nullable UUID unitId, @Nullable UUID postId, Set<String> rights, Instant since) {}
