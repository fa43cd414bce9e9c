/**
 * 工单 The loop: what residents ask for, from whatever channel, becomes a ticket; the duty list says which unit handles
 * it, on what legal basis and by when; each ticket lives by one table of steps until its authors judge the result. A
 * ticket has 1..n appeals (whose words stay unaltered) and 1..n parts (units with their clocks, one of them the lead).
 * State, history and event are written in one transaction.
 */
@ApplicationModule(
        displayName = "工单",
        allowedDependencies = {"base", "audit", "file", "job", "area", "policy", "organization", "access", "triage"})
@NullMarked
package org.mulin.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
