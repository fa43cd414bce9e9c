/** 受理台: what clerks at the phone and the counter are shown and send while somebody tells them an appeal. */
@NullMarked
package org.mulin.ticket.internal.clerk;

import org.jspecify.annotations.NullMarked;
