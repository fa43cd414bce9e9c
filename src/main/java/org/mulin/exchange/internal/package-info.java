@NullMarked
package org.mulin.exchange.internal;

import org.jspecify.annotations.NullMarked;
