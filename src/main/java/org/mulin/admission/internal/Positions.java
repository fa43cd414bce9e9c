package org.mulin.admission.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.springframework.stereotype.Component;

/** Where somebody stands: which unit, which area, and so in what capacity. */
@Component
class Positions {
    /** The kind of unit that this list protects. */
    static final String COMMUNITY = Unit.COMMUNITY_COMMITTEE;

    private static final Set<String> NEVER_ASKING =
            Set.of(COMMUNITY, Unit.GRID_STATION, Unit.PROPERTY_FIRM, "grid_party_branch", "property_party_branch");

    private final Units units;
    private final Areas areas;

    Positions(Units units, Areas areas) {
        this.units = units;
        this.areas = areas;
    }

    /** @throws Refused {@code post-missing} when the actor holds no post */
    Unit unit(Actor actor) {
        UUID id = actor.unitId();
        if (id == null) {
            throw Refused.of("post-missing");
        }
        return units.byId(id);
    }

    private boolean isOf(Actor actor, String kind) {
        return actor.unitId() != null && unit(actor).kind().equals(kind);
    }

    boolean isCommunity(Actor actor) {
        return isOf(actor, COMMUNITY);
    }

    /** Departments see what they ask themselves; communities, streets, counties and city what is asked in theirs. */
    AreaRange overseen(Actor actor) {
        boolean department = actor.has(AdmissionRights.SEND) && !isOf(actor, Unit.STREET_OFFICE);
        return actor.has(AdmissionRights.READ) && !department ? actor.scope() : AreaRange.NONE;
    }

    /** The community that the actor works for or in. */
    Unit community(Actor actor) {
        Unit own = unit(actor);
        return own.kind().equals(COMMUNITY)
                ? own
                : units.nearest(COMMUNITY, own.areaKey()).orElseThrow(() -> Refused.of("admission-no-community"));
    }

    Set<AdmissionRole> roles(Actor actor, AdmissionRequest request) {
        Set<AdmissionRole> roles = EnumSet.noneOf(AdmissionRole.class);
        UUID own = actor.unitId();
        boolean applicant = request.unitId().equals(own);
        if (applicant && actor.has(AdmissionRights.SEND)) {
            roles.add(AdmissionRole.APPLICANT);
        }
        if (actor.has(AdmissionRights.RECEIVE)
                && request.voices().stream()
                        .anyMatch(voice -> voice.isOpen() && voice.unitId().equals(own))) {
            roles.add(AdmissionRole.COMMUNITY);
        }
        boolean covered = actor.scope().contains(request.areaKey());
        if (!applicant && covered && actor.has(AdmissionRights.SEND) && isOf(actor, Unit.STREET_OFFICE)) {
            roles.add(AdmissionRole.STREET);
        }
        if (!applicant && covered && actor.has(AdmissionRights.DECIDE) && isAboveStreets(actor.scope())) {
            roles.add(AdmissionRole.COUNTY);
        }
        return roles;
    }

    private boolean isAboveStreets(AreaRange scope) {
        return scope.lo().isEmpty()
                || areas.tree()
                        .byKey(scope.lo())
                        .map(area -> area.level().compareTo(AreaLevel.STREET) < 0)
                        .orElse(false);
    }

    Set<CommunityTaskRole> roles(Actor actor, CommunityTask task) {
        Set<CommunityTaskRole> roles = EnumSet.noneOf(CommunityTaskRole.class);
        if (actor.has(AdmissionRights.SEND) && task.senderUnitId().equals(actor.unitId())) {
            roles.add(CommunityTaskRole.SENDER);
        }
        if (actor.has(AdmissionRights.RECEIVE) && task.unitId().equals(actor.unitId())) {
            roles.add(CommunityTaskRole.COMMUNITY);
        }
        return roles;
    }

    /** The communities' committees at or below an area. */
    List<Unit> communities(AreaRange range) {
        return units.within(range).stream()
                .filter(unit -> unit.kind().equals(COMMUNITY))
                .toList();
    }

    boolean covers(String areaCode, String areaKey) {
        return areas.tree()
                .find(areaCode)
                .map(area -> AreaRange.of(area.key()).contains(areaKey))
                .orElse(false);
    }

    /** An area in reach. */
    Area area(Actor actor, String code, String field) {
        return areas.tree()
                .today(code)
                .filter(area -> area.level() != AreaLevel.GRID && actor.scope().contains(area.key()))
                .orElseThrow(() -> Refused.of("area-unknown", code).at(field));
    }

    /** The smallest area that holds all of these. */
    Area above(List<String> areaKeys) {
        List<Area> common = areas.tree().path(areaKeys.getFirst());
        for (String key : areaKeys) {
            common = common.stream()
                    .filter(area -> AreaRange.of(area.key()).contains(key))
                    .toList();
        }
        return common.isEmpty() ? areas.tree().city() : common.getLast();
    }

    boolean isInOneStreet(String areaKey) {
        return street(areaKey).isPresent();
    }

    String areaName(String key) {
        return areas.tree().byKey(key).map(Area::name).orElse("");
    }

    String areaNameOf(String code) {
        return areas.tree().find(code).map(Area::name).orElse(code);
    }

    String areaCode(String key) {
        return areas.tree().byKey(key).map(Area::code).orElse("");
    }

    /** The street that a community lies in. */
    Optional<Area> street(String areaKey) {
        return areas.tree().ancestor(areaKey, AreaLevel.STREET);
    }

    /** Units that could ask something of a community: no other community, no grid, no firm, no party branch. */
    List<Unit> asking() {
        return units.within(AreaRange.ALL).stream()
                .filter(unit -> !NEVER_ASKING.contains(unit.kind()))
                .toList();
    }

    boolean mayAsk(@Nullable UUID unitId) {
        return asking().stream().anyMatch(unit -> unit.id().equals(unitId));
    }

    String unitName(@Nullable UUID id) {
        return id == null ? "" : units.byId(id).name();
    }

    /** Who may send an item, in words. */
    String senderName(String sender) {
        return sender.startsWith(AdmissionItem.KIND)
                ? units.kindName(sender.substring(AdmissionItem.KIND.length()))
                : units.byCode(sender).map(Unit::name).orElse(sender);
    }
}
