/** 派单 Which unit gets a ticket, on what basis and by when: pure decisions that can be replayed. */
@NullMarked
package org.mulin.ticket.internal.dispatch;

import org.jspecify.annotations.NullMarked;
