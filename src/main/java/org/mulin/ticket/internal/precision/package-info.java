/** 研判质量 How well the machine dispatches and what is left to people, month by month, from the decisions kept. */
@NullMarked
package org.mulin.ticket.internal.precision;

import org.jspecify.annotations.NullMarked;
