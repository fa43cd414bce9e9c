package org.mulin.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 诉求人: who filed an appeal, without name or number.
 *
 * @param accountId null when the channel knows no account
 * @param reachable whether a phone was left with the appeal
 */
public record TicketAuthor(UUID appealId, @Nullable UUID accountId, boolean reachable) {}
