package org.mulin.ticket.internal.joint;

import org.jspecify.annotations.Nullable;

/** One row of the table of calls: in {@code from} (null: not called yet) somebody in {@code role} may do the step. */
record CallStep(@Nullable CallStatus from, JointStep step, CallStatus to, JointRole role, JointGate gate) {

    CallStep(@Nullable CallStatus from, JointStep step, CallStatus to, JointRole role) {
        this(from, step, to, role, JointGate.WHISTLE_OPEN);
    }

    CallStep behind(JointGate newGate) {
        return new CallStep(from, step, to, role, newGate);
    }
}
