/** 常用筛选: what members of staff keep of their filters, and how much stands behind each. */
@NullMarked
package org.mulin.ticket.internal.saved;

import org.jspecify.annotations.NullMarked;
