package org.mulin.ticket.internal.clock;

import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;

/**
 * Who supervises when a unit of one level is late, or has to do its work again.
 *
 * @param to as the duty list names units
 * @param limit of the supervising unit, until it goes up further
 */
record EscalationRule(AreaLevel level, String to, Limit limit) {}
