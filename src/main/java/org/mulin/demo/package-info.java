/**
 * 演示 Plays an invented city through the HTTP API, as its people would, with a clock that it sets. No other module
 * knows of it; the people and their words stand in the pack's {@code demo} folder.
 */
@ApplicationModule(
        displayName = "演示",
        allowedDependencies = {"base"})
@NullMarked
package org.mulin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
