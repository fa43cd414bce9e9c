/** Open311 GeoReport v2: one class for each thing that the standard names. */
@NullMarked
package org.mulin.exchange.internal.open311;

import org.jspecify.annotations.NullMarked;
