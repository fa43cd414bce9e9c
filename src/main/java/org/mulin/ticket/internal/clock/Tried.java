package org.mulin.ticket.internal.clock;

import java.time.Instant;
import org.mulin.ticket.internal.ActionKind;

/** 已做工作: one thing that the unit did before its ticket went up. */
record Tried(ActionKind action, Instant at) {}
