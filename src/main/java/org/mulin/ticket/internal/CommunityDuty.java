package org.mulin.ticket.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mulin.base.Actor;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.springframework.stereotype.Component;

/**
 * 社区职责: whoever moves an appeal to a community by hand may do so whatever the duty list says, but what the list gives
 * the community no part in, as lead or assisting, is kept as its burden. What a community gives its own grids is not.
 */
@Component
class CommunityDuty {
    private final Dispatcher dispatcher;
    private final Units units;
    private final OutsideDutyRepository repository;
    private final Policy policy;

    CommunityDuty(Dispatcher dispatcher, Units units, OutsideDutyRepository repository, Policy policy) {
        this.dispatcher = dispatcher;
        this.units = units;
        this.repository = repository;
        this.policy = policy;
    }

    /** In the transaction that moves it. */
    void moved(Actor actor, Ticket ticket, Unit to, DispatchRules rules, Instant now) {
        UUID by = Objects.requireNonNull(actor.unitId());
        community(to)
                .filter(community -> !isOf(community, by) && !isNamed(community, ticket, rules))
                .ifPresent(community -> repository.insert(
                        ticket,
                        community,
                        by,
                        now,
                        LocalDate.ofInstant(now, policy.city().zone())));
    }

    private Optional<Unit> community(Unit unit) {
        return switch (unit.kind()) {
            case Unit.COMMUNITY_COMMITTEE -> Optional.of(unit);
            case Unit.GRID_STATION -> units.nearest(Unit.COMMUNITY_COMMITTEE, unit.areaKey());
            default -> Optional.empty();
        };
    }

    private boolean isOf(Unit community, UUID unit) {
        return community(units.byId(unit)).filter(community::equals).isPresent();
    }

    private boolean isNamed(Unit community, Ticket ticket, DispatchRules rules) {
        String matter = ticket.matterCode();
        return matter != null
                && rules.duty().of(rules.matters().lineage(matter)).stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.lead()), entry.assists().stream()))
                        .anyMatch(reference -> dispatcher
                                .find(reference, community.areaKey())
                                .filter(found -> found.id().equals(community.id()))
                                .isPresent());
    }
}
