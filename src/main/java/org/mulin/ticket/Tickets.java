package org.mulin.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;

/** What modules further down may ask about tickets. No personal data, nobody's words. */
public interface Tickets {
    /** These tickets as they stand now, by id; unknown ids are left out. One query. */
    Map<UUID, TicketFacts> facts(Collection<UUID> ids);

    /** Those that the actor may read. One query. */
    Set<UUID> readable(Actor actor, Collection<UUID> ids);
}
