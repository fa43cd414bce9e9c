/**
 * 网格作业 The grid worker's day beside tickets: tasks that a community gives to its grids, done with words and photos,
 * taken back while they are open. A task lives by one table of steps; state, history and event are written in one
 * transaction. Reports and what is settled on the spot are tickets and belong to that module.
 */
@ApplicationModule(
        displayName = "网格作业",
        allowedDependencies = {"base", "file", "area", "policy", "organization", "access"})
@NullMarked
package org.mulin.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
