package org.mulin.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mulin.base.Actor;
import org.springframework.core.io.Resource;

/** 办结: what units reported when they said that tickets were done, for whoever weighs it. Nobody's personal data. */
public interface Closures {
    /** The last report of each ticket, by ticket; those never reported done are absent. One query. */
    Map<UUID, Closure> latest(Collection<UUID> ticketIds);

    /** These reports, by the entry of the history that each is; unknown ones are left out. One query. */
    Map<UUID, Closure> of(Collection<UUID> entryIds);

    /** The photos that prove it, in their order. */
    List<ClosurePhoto> photos(Closure closure);

    /** The picture of one of its photos. */
    Resource picture(UUID entryId, UUID fileId);

    /**
     * Gives the ticket back to the unit that reported it done, in the caller's transaction; the caller has seen that
     * the actor may.
     *
     * @param words why; its authors read them
     * @throws org.mulin.base.Refused {@code closure-not-returnable} when the ticket has moved on
     */
    void sendBack(Actor actor, Closure closure, String words);
}
