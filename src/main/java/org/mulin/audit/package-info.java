/**
 * 审计 Who did or read what, when and why. Entries are written inside the writer's transaction without any lock; a sealer
 * chains them by hash a second later, so that a change or a gap shows.
 */
@ApplicationModule(
        displayName = "审计",
        allowedDependencies = {"base"})
@NullMarked
package org.mulin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
