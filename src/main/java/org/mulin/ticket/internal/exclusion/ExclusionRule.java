package org.mulin.ticket.internal.exclusion;

import java.util.Set;
import org.mulin.policy.Limit;
import org.mulin.ticket.RateKind;

/**
 * A reason for which the rates may leave a ticket out, as the pack lists it.
 *
 * @param basis the law or rule that allows it
 * @param rates that leave it out
 * @param within how long after the verdict, or after it was overdue, a unit may ask
 */
record ExclusionRule(String code, String name, String basis, Set<RateKind> rates, Limit within) {
    ExclusionRule {
        rates = Set.copyOf(rates);
    }
}
