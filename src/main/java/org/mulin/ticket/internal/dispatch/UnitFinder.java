package org.mulin.ticket.internal.dispatch;

import java.util.Optional;

/** What a decision asks about units. References are written as in the duty list. */
@FunctionalInterface
public interface UnitFinder {
    /**
     * @param reference a unit's code, or {@code kind:} and a kind
     * @param areaKey where; decides for kinds only
     */
    Optional<UnitRef> find(String reference, String areaKey);
}
