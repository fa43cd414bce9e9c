package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mulin.ticket.TicketEvent;

/** Does, in the same transaction, what follows when a ticket goes back to its unit as unsolved. */
public interface ReopenWatch {
    /** @return what there is to tell of it */
    List<TicketEvent> reopened(UUID ticketId, Instant now);
}
