package org.mulin.ticket;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Actor;

/**
 * 公开工单: what anybody may read, and what other programs may file. Readable are appeals that came by {@link
 * Channel#OPEN311} or that their authors made public, in matters that the pack calls public, unless confidential or
 * withdrawn. Whatever text comes out is masked ({@link org.mulin.base.PublicText}).
 */
public interface OpenTickets {
    /** Most rows of one answer. */
    int FIND_MAX = 1_000;

    /**
     * Registers and dispatches, in the caller's transaction when there is one. The matter must be a leaf of the
     * catalogue, the point in the city, the area known.
     *
     * @return the ticket's id and number
     */
    Filed file(Actor actor, OpenAppeal appeal);

    record Filed(UUID ticketId, UUID appealId, String number) {}

    /** Each once, the newest first. */
    List<OpenTicket> find(OpenSearch search);

    /** Those of the numbers that anybody may read, each once; at most {@link #FIND_MAX}. */
    List<OpenTicket> numbered(Collection<String> numbers);
}
