package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.UUID;

/** Hears, in the same transaction, that the unit which had a ticket has it no longer: its clock stands. */
public interface LeadWatch {
    void leadEnded(UUID ticketId, Instant now);
}
