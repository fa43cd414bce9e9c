package org.mulin.ticket;

import java.time.Instant;
import java.util.List;
import org.mulin.base.AreaRange;
import org.mulin.triage.HotRule;

/** 热点: what many people say at once, over all tickets of a range, as committed when asked. */
public interface HotTickets {
    /**
     * The hottest first.
     *
     * @param range only what lies in it is counted
     * @param from appeals at or after
     * @param to appeals before
     */
    List<HotTicketGroup> hot(AreaRange range, Instant from, Instant to, HotRule rule, int limit);
}
