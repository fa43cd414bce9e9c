package org.mulin.ticket.internal.clock;

import org.mulin.area.AreaLevel;
import org.mulin.policy.Limit;

/**
 * What the pack says about more time for units of one level.
 *
 * @param approver whom to ask, as the duty list names units
 * @param times_max how often within one clock
 * @param longest of one extension, or from the request to the review of a suspension
 */
record DeferralRule(DeferralKind kind, AreaLevel level, String approver, int times_max, Limit longest) {}
