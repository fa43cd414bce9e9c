package org.mulin.ticket.internal;

import org.mulin.base.Refused;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;

/** What a decision asks of units. */
final class Mandates {
    private Mandates() {}

    /** @throws Refused {@code ticket-no-unit} when the decision names none */
    static Mandate of(DispatchDecision decision) {
        UnitRef unit = decision.unit();
        if (unit == null) {
            throw Refused.of("ticket-no-unit");
        }
        return new Mandate(
                unit.id(),
                decision.assists().stream().map(UnitRef::id).toList(),
                decision.deadline().at());
    }
}
