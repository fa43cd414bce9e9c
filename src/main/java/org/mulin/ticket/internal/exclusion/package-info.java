/** 剔除: tickets that the three rates leave out, for a reason of the pack, with evidence, reviewed by a higher level. */
@NullMarked
package org.mulin.ticket.internal.exclusion;

import org.jspecify.annotations.NullMarked;
