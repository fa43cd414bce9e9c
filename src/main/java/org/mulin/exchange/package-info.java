/**
 * 共享 The city's door for other programs: Open311 GeoReport v2 to file and follow requests, keys for whoever comes
 * through it, and webhooks that tell subscribers what happened to tickets. What leaves here is facts, and words that
 * their authors made public, masked.
 */
@ApplicationModule(
        displayName = "共享",
        allowedDependencies = {"base", "audit", "policy", "area", "organization", "access", "triage", "ticket"})
@NullMarked
package org.mulin.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
