/**
 * 研判分析 What leaders see: figures with their definition and the list behind them, the map of loads, points and
 * clusters, what is hot, and what changes while they look; and which reports that tickets are done look unsolved.
 * Figures come from the modules that hold the records, within the reach of whoever asks; of its own it keeps only what
 * it found out, and which hot issue is which.
 */
@ApplicationModule(
        displayName = "研判分析",
        allowedDependencies = {"base", "audit", "file", "area", "policy", "organization", "access", "triage", "ticket"})
@NullMarked
package org.mulin.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
