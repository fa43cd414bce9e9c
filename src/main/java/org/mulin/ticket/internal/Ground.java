package org.mulin.ticket.internal;

import org.jspecify.annotations.Nullable;

/**
 * Why a unit gives a ticket back.
 *
 * @param dutyEntry key of the cited entry
 * @param matterCode the matter that the unit holds to be right; null when it is the ticket's own
 */
public record Ground(
        String reasonCode, String dutyEntry, @Nullable String matterCode) {}
