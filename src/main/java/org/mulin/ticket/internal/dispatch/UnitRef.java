package org.mulin.ticket.internal.dispatch;

import java.util.UUID;

/** A unit as a decision names it; name and phone as they were then. */
public record UnitRef(UUID id, String code, String name, String phone) {}
