package org.mulin.ticket.internal.dispatch;

import java.util.Map;

/** A decision as it was kept. */
public record StoredDecision(DispatchFacts facts, DispatchDecision decision, Map<String, Long> packVersions) {
    public static StoredDecision of(Dispatch.Made made, DispatchRules rules) {
        return new StoredDecision(made.facts(), made.decision(), rules.versions());
    }
}
