/** 时钟: more time by leave of a higher level, late tickets up from level to level, and how deadlines are reckoned. */
@NullMarked
package org.mulin.ticket.internal.clock;

import org.jspecify.annotations.NullMarked;
