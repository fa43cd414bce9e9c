/**
 * 联合处置: whistles and kick-backs. One ticket stays the case: a whistle adds parts to it and writes into its history;
 * what it knows more (who comes, when, with which promise) lives here, by tables of its own.
 */
@NullMarked
package org.mulin.ticket.internal.joint;

import org.jspecify.annotations.NullMarked;
