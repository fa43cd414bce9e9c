@NullMarked
package org.mulin.grid.internal;

import org.jspecify.annotations.NullMarked;
