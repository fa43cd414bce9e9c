package org.mulin.exchange.internal.open311;

import org.jspecify.annotations.Nullable;
import org.mulin.ticket.OpenAppeal;

/** A request as it was posted, understood and found right. */
record NewRequest(OpenAppeal appeal, @Nullable String mediaUrl) {}
