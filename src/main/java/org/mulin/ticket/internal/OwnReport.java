package org.mulin.ticket.internal;

import java.util.List;
import java.util.UUID;

/**
 * 自报件: whose own sight a ticket is.
 *
 * @param unitIds the community that reported it, and its grid where a grid's worker did; the rates of whichever of them
 *     has the lead leave it out
 * @param areaKey of that community; counts of it and of what lies in it leave the ticket out, whoever has the lead
 */
record OwnReport(List<UUID> unitIds, String areaKey) {
    OwnReport {
        unitIds = List.copyOf(unitIds);
    }
}
