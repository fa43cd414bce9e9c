package org.mulin.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What modules further down may ask about tickets. No personal data, nobody's words. */
public interface Tickets {
    /** These tickets as they stand now, by id; unknown ids are left out. One query. */
    Map<UUID, TicketFacts> facts(Collection<UUID> ids);
}
