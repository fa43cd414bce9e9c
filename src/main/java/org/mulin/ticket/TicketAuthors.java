package org.mulin.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom to tell how a matter goes. */
public interface TicketAuthors {
    /** Those who filed each ticket and have not withdrawn, the first first; one query. */
    Map<UUID, List<TicketAuthor>> of(Collection<UUID> ticketIds);

    /**
     * Opens the phone that was left with an appeal, in order to tell its author how it goes (通知办理进展). The audit
     * keeps the reading, in the transaction that is open or one of its own.
     */
    Optional<String> phone(UUID appealId);
}
