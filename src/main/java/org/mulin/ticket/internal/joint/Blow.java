package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.util.List;
import org.mulin.ticket.internal.GivenPlace;
import org.mulin.ticket.internal.joint.WhistleInputs.CalledUnit;
import org.mulin.ticket.internal.joint.WhistleInputs.SeenTicket;

/** What a convener asks for when blowing the whistle. */
record Blow(
        List<SeenTicket> tickets,
        String problem,
        String placeText,
        GivenPlace place,
        Instant meetAt,
        List<CalledUnit> calls) {}
