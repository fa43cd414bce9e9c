package org.mulin.ticket.internal.joint;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.springframework.stereotype.Component;

/** To whom a unit may give an order about a ticket: who works for its place, in the own area, or on the ticket. */
@Component
class DirectiveReach {
    private final Units units;
    private final DirectiveRepository directives;

    DirectiveReach(Units units, DirectiveRepository directives) {
        this.units = units;
        this.directives = directives;
    }

    /** Communities are asked for nothing by this way: that stands on the admission list. */
    void require(UUID unitId, Actor actor, UUID ticketId, String areaKey) {
        Unit unit = units.byId(unitId);
        if (!unit.open()) {
            throw Refused.of("unit-closed", unit.name()).at("unitId");
        }
        if (unitId.equals(actor.unitId())) {
            throw Refused.of("directive-yourself").at("unitId");
        }
        if (BlowService.NOT_CALLED.contains(unit.kind())) {
            throw Refused.of("directive-not-community", unit.name()).at("unitId");
        }
        if (!reaches(unit, own(actor), areaKey, directives.on(ticketId))) {
            throw Refused.of("directive-elsewhere", unit.name()).at("unitId");
        }
    }

    /** All who may be ordered, as {@link #require} would answer. */
    List<UUID> units(Actor actor, UUID ticketId, String areaKey) {
        AreaRange own = own(actor);
        Set<UUID> on = directives.on(ticketId);
        return units.within(AreaRange.ALL).stream()
                .filter(unit -> !unit.id().equals(actor.unitId()) && !BlowService.NOT_CALLED.contains(unit.kind()))
                .filter(unit -> reaches(unit, own, areaKey, on))
                .map(Unit::id)
                .toList();
    }

    private AreaRange own(Actor actor) {
        return AreaRange.of(units.byId(Objects.requireNonNull(actor.unitId())).areaKey());
    }

    static boolean reaches(Unit unit, AreaRange own, String areaKey, Set<UUID> on) {
        return AreaRange.of(unit.areaKey()).contains(areaKey) || own.contains(unit.areaKey()) || on.contains(unit.id());
    }
}
