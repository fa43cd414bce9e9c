package org.mulin.ticket.internal.clock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.springframework.stereotype.Component;

/** What the pack in force says about a unit's clock: by the level of the area that the unit works for. */
@Component
class ClockRules {
    private final Policy policy;
    private final Units units;
    private final Areas areas;
    private final Dispatcher dispatcher;
    private final Names names;

    ClockRules(Policy policy, Units units, Areas areas, Dispatcher dispatcher, Names names) {
        this.policy = policy;
        this.units = units;
        this.areas = areas;
        this.dispatcher = dispatcher;
        this.names = names;
    }

    /** Leave that a unit may ask for, and of whom. */
    record Leave(DeferralRule rule, UnitRef approver) {}

    /** Who supervises next, and by which rule. */
    record Above(EscalationRule rule, UnitRef unit, AreaLevel level) {}

    AreaLevel level(UUID unitId) {
        return areas.tree().byKey(units.byId(unitId).areaKey()).map(Area::level).orElse(AreaLevel.CITY);
    }

    /** Empty when the pack gives none to units of this level, or names nobody who could decide. */
    Optional<Leave> leave(DeferralKind kind, UUID unitId) {
        AreaLevel level = level(unitId);
        return policy.current(DeferralsTable.class).content().stream()
                .filter(rule -> rule.kind() == kind && rule.level() == level)
                .findFirst()
                .flatMap(rule -> find(rule.approver(), unitId)
                        .filter(approver -> !approver.id().equals(unitId))
                        .map(approver -> new Leave(rule, approver)));
    }

    /** A firm that residents complain about answers to the street, wherever it has its seat; others by their level. */
    AreaLevel supervisedAs(UUID unitId) {
        return names.isAccused(unitId) ? AreaLevel.COMMUNITY : level(unitId);
    }

    /**
     * The unit above this level, for the ticket's place, else for the unit's own; those that have the ticket already
     * are passed over. Empty at the top.
     */
    Optional<Above> above(AreaLevel from, UUID leadUnitId, String areaKey, List<UUID> passed) {
        AreaLevel level = from;
        for (int steps = 0; steps < AreaLevel.values().length; steps++) {
            Optional<EscalationRule> rule = rule(level);
            Optional<UnitRef> unit =
                    rule.flatMap(each -> dispatcher.find(each.to(), areaKey).or(() -> find(each.to(), leadUnitId)));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            UUID id = unit.get().id();
            if (!id.equals(leadUnitId) && !passed.contains(id)) {
                return Optional.of(new Above(rule.orElseThrow(), unit.get(), level(id)));
            }
            if (level(id) == level) {
                return Optional.empty();
            }
            level = level(id);
        }
        return Optional.empty();
    }

    private Optional<EscalationRule> rule(AreaLevel level) {
        return policy.current(EscalationsTable.class).content().stream()
                .filter(each -> each.level() == level)
                .findFirst();
    }

    private Optional<UnitRef> find(String reference, UUID unitId) {
        Unit unit = units.byId(unitId);
        return dispatcher.find(reference, unit.areaKey());
    }
}
