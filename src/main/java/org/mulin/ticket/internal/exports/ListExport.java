package org.mulin.ticket.internal.exports;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.ChosenFilter;

/**
 * 清单导出.
 *
 * @param actor who asked, with the reach of that moment; nameless
 * @param rows how many tickets the list had
 */
record ListExport(
        UUID id, Actor actor, Locale language, ChosenFilter filter, int rows, UUID jobId, Instant createdAt) {}
