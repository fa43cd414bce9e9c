package org.mulin.ticket.internal;

import org.jspecify.annotations.Nullable;
import org.mulin.ticket.TicketStatus;

/**
 * One row of the life-cycle table: in {@code from} (null: there is no ticket yet) someone in {@code role} may do
 * {@code action}, if the gate is open; of rows that differ in their case only, the one whose case holds is taken.
 */
record Step(
        @Nullable TicketStatus from,
        ActionKind action,
        TicketStatus to,
        TicketRole role,
        StepGate gate,
        StepCase inCase) {

    Step(@Nullable TicketStatus from, ActionKind action, TicketStatus to, TicketRole role) {
        this(from, action, to, role, StepGate.OPEN, StepCase.ALWAYS);
    }

    Step behind(StepGate newGate) {
        return new Step(from, action, to, role, newGate, inCase);
    }

    Step in(StepCase newCase) {
        return new Step(from, action, to, role, gate, newCase);
    }
}
