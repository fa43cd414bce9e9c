/** Webhooks: what happened to tickets, told to whoever subscribed, signed, and told again until it is heard. */
@NullMarked
package org.mulin.exchange.internal.webhook;

import org.jspecify.annotations.NullMarked;
