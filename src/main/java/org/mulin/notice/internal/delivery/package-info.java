/** Messages to phones: what is to be sent, when it may be, the city's gateway, what became of each. */
@NullMarked
package org.mulin.notice.internal.delivery;

import org.jspecify.annotations.NullMarked;
