@NullMarked
package org.mulin.insight.internal;

import org.jspecify.annotations.NullMarked;
