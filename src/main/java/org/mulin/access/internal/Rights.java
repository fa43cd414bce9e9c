package org.mulin.access.internal;

import java.util.Set;
import java.util.TreeSet;

/** Every right that some module asks for. A role may name no other. */
final class Rights {
    static final String ACCOUNT_MANAGE = "account:manage";

    static final Set<String> ALL = new TreeSet<>(Set.of(
            ACCOUNT_MANAGE,
            "audit:read",
            "insight:read",
            "closure:review",
            "ticket:read",
            "ticket:handle",
            "ticket:triage",
            "ticket:register",
            "ticket:intake",
            "ticket:import",
            "ticket:report",
            "ticket:convene",
            "ticket:review",
            "ticket:exclude",
            "ticket:settle",
            "ticket:call-back",
            "grid:assign",
            "grid:work",
            "triage:manage",
            "exchange:manage",
            "policy:publish",
            "admission:read",
            "admission:send",
            "admission:receive",
            "admission:chore",
            "admission:decide"));

    /** What the operator at the machine's own command line may do. */
    static final Set<String> OPERATOR = Set.of("ticket:import");

    private Rights() {}
}
