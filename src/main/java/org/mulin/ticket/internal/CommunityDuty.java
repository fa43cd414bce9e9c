package org.mulin.ticket.internal;

import java.util.stream.Stream;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.springframework.stereotype.Component;

/**
 * 社区职责: nobody moves a ticket to a community by hand unless the duty list gives communities its matter. Residents'
 * appeals reach their community by that list; whatever else a unit wants of it goes by the admission list.
 */
@Component
class CommunityDuty {
    private static final String COMMUNITY = "community_committee";

    private final Dispatcher dispatcher;

    CommunityDuty(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** @throws Refused {@code transfer-not-duty} */
    void check(Unit unit, Ticket ticket, DispatchRules rules) {
        if (unit.kind().equals(COMMUNITY) && !isNamed(unit, ticket, rules)) {
            throw Refused.of("transfer-not-duty", unit.name()).at("unitId");
        }
    }

    private boolean isNamed(Unit unit, Ticket ticket, DispatchRules rules) {
        String matter = ticket.matterCode();
        return matter != null
                && rules.duty().of(rules.matters().lineage(matter)).stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.lead()), entry.assists().stream()))
                        .anyMatch(reference -> dispatcher
                                .find(reference, unit.areaKey())
                                .filter(found -> found.id().equals(unit.id()))
                                .isPresent());
    }
}
