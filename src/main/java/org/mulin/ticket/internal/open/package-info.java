/** 公开: what anybody may read of tickets, what happened nearby, and the author's word on it. */
@NullMarked
package org.mulin.ticket.internal.open;

import org.jspecify.annotations.NullMarked;
