/** 电话回访 Those who have no page of their own, or have not said how it went, are asked by phone. */
@NullMarked
package org.mulin.ticket.internal.callback;

import org.jspecify.annotations.NullMarked;
