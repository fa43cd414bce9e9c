package org.mulin.ticket.internal.joint;

/** One row of the table of whistles. */
record WhistleStep(WhistleStatus from, JointStep step, WhistleStatus to, JointRole role, JointGate gate) {

    WhistleStep(WhistleStatus from, JointStep step, WhistleStatus to, JointRole role) {
        this(from, step, to, role, JointGate.OPEN);
    }

    WhistleStep behind(JointGate newGate) {
        return new WhistleStep(from, step, to, role, newGate);
    }
}
