package org.mulin.ticket.internal.open;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What several neighbours report and an author may join instead of beginning anew.
 *
 * @param ticketId to join by; it opens nothing to whoever has not filed in it
 * @param areaName of the community, or of the street
 * @param people who report this matter there
 * @param since day of the first report
 */
public record JoinableView(
        UUID ticketId, String matterName, String areaName, int people, LocalDate since, OpenStage stage) {}
