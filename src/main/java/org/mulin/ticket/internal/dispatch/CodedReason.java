package org.mulin.ticket.internal.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A reason for declining or returning, as the pack lists it.
 *
 * @param wayOpen the way that is open to the resident instead; null for returns
 */
public record CodedReason(
        String code, String text, @Nullable String wayOpen) {}
