package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who works on a ticket from now on, and until when. */
record Mandate(UUID leadUnitId, List<UUID> assistUnitIds, Instant dueAt) {
    public Mandate {
        assistUnitIds = List.copyOf(assistUnitIds);
    }
}
