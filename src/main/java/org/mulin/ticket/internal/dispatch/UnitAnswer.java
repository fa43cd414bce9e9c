package org.mulin.ticket.internal.dispatch;

import org.jspecify.annotations.Nullable;

/** What the directory of units said when a decision asked; kept with the decision, because units change. */
public record UnitAnswer(String reference, @Nullable UnitRef unit) {}
