package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.internal.joint.WhistleInputs.CalledUnit;
import org.mulin.ticket.internal.joint.WhistleInputs.SeenTicket;
import org.mulin.triage.Point;

/** What a convener asks for when blowing the whistle. */
record Blow(
        List<SeenTicket> tickets,
        String problem,
        String placeText,
        @Nullable Point point,
        Instant meetAt,
        List<CalledUnit> calls) {}
