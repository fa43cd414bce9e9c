/**
 * 研判 Reads what people write: which matter it is about and how sure that is, where it is, and which words told so.
 * Learns from every correction that is handed to {@link org.mulin.triage.Triage#learn}; the labels are opaque codes of
 * the pack's matters. Decides nothing: dispatching is the ticket module's.
 */
@ApplicationModule(
        displayName = "研判",
        allowedDependencies = {"base", "audit", "policy", "area"})
@NullMarked
package org.mulin.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
