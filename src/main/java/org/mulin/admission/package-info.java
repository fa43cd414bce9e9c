/**
 * 准入 What may be asked of a community at all. A unit sends a community only tasks that stand on the admission list, as
 * often as the list says; whoever wants a new one applies with money, people and facilities, communities may veto it,
 * street and county decide, and it ends by its day. Apps are admitted the same way. Chores outside duty are counted,
 * and each community sees the whole burden that is laid on it, appeals that were moved to it past its duty among it.
 */
@ApplicationModule(
        displayName = "准入",
        allowedDependencies = {"base", "audit", "area", "policy", "organization", "access", "ticket", "grid"})
@NullMarked
package org.mulin.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
