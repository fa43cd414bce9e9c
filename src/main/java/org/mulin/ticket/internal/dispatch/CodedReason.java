package org.mulin.ticket.internal.dispatch;

import org.jspecify.annotations.Nullable;
import org.mulin.policy.Wording;

/**
 * A reason for declining or returning, as the pack lists it.
 *
 * @param wayOpen the way that is open to the resident instead; null for returns
 * @param wording what it is told by while somebody writes
 */
public record CodedReason(
        String code, String text, @Nullable String wayOpen, Wording wording) {}
