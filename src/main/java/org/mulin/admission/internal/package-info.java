@NullMarked
package org.mulin.admission.internal;

import org.jspecify.annotations.NullMarked;
