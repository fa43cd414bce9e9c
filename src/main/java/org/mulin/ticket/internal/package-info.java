@NullMarked
package org.mulin.ticket.internal;

import org.jspecify.annotations.NullMarked;
