package org.mulin.organization.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.springframework.stereotype.Component;

@Component
class UnitQueries {
    private static final int UNITS_MAX = 500;

    private final Units units;
    private final Areas areas;

    UnitQueries(Units units, Areas areas) {
        this.units = units;
        this.areas = areas;
    }

    /** {@code kind} is the Chinese word for the kind of unit. */
    record UnitView(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable String areaName,
            String phone) {}

    record PostView(UUID id, String code, String title) {}

    List<UnitView> units(@Nullable String words, @Nullable String areaCode) {
        AreaTree tree = areas.tree();
        AreaRange range = areaCode == null
                ? AreaRange.ALL
                : AreaRange.of(tree.find(areaCode)
                        .orElseThrow(() -> Malformed.of("area", "field-invalid"))
                        .key());
        return units.within(range).stream()
                .filter(unit -> words == null || unit.name().contains(words.strip()))
                .limit(UNITS_MAX)
                .map(unit -> view(unit, tree))
                .toList();
    }

    List<PostView> posts(UUID unitId) {
        return units.posts(units.byId(unitId).id()).stream()
                .map(post -> new PostView(post.id(), post.code(), post.title()))
                .toList();
    }

    private UnitView view(Unit unit, AreaTree tree) {
        return new UnitView(
                unit.id(),
                unit.code(),
                unit.name(),
                units.kindName(unit.kind()),
                tree.byKey(unit.areaKey()).map(Area::name).orElse(null),
                unit.phone());
    }
}
