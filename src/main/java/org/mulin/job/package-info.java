/**
 * 任务 Long work that survives: handlers do it batch by batch, each batch in one transaction with the cursor that says
 * how far it came; a lease makes sure that one node works at it, and another takes over where the first one died. Keeps
 * progress and the rows that were sent back; knows nothing of what the work is.
 */
@ApplicationModule(
        displayName = "任务",
        allowedDependencies = {"base"})
@NullMarked
package org.mulin.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
