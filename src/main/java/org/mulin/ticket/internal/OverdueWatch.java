package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mulin.ticket.TicketEvent;

/** Does, in the same transaction, what follows when tickets become overdue. */
public interface OverdueWatch {
    /** @return what there is to tell of it */
    List<TicketEvent> passed(List<UUID> ticketIds, Instant now);
}
