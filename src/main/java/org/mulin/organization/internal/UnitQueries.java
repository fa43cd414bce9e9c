package org.mulin.organization.internal;

import java.util.Comparator;
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
    private static final int NO_MATCH = 4;

    private final Units units;
    private final Areas areas;

    UnitQueries(Units units, Areas areas) {
        this.units = units;
        this.areas = areas;
    }

    /**
     * @param kind the Chinese word for the kind of unit
     * @param receives whether it has a post that could take a ticket up
     */
    record UnitView(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable String areaName,
            String phone,
            boolean receives) {}

    record PostView(UUID id, String code, String title) {}

    /**
     * Those whose code this is, or whose name or kind says these words or has their letters in this order (城管 finds
     * 城市管理局): first who could take a ticket up, of them the kind before the name (望城管理处 is no 城管), of equal
     * ones those who work for the place
     * and nearest to it.
     *
     * @param near code of the area in question
     */
    List<UnitView> units(@Nullable String words, @Nullable String areaCode, @Nullable String near) {
        AreaTree tree = areas.tree();
        AreaRange range = areaCode == null ? AreaRange.ALL : AreaRange.of(key(tree, areaCode, "area"));
        String place = near == null ? "" : key(tree, near, "near");
        String wanted = words == null ? "" : words.strip();
        return units.within(range).stream()
                .filter(unit -> match(unit, wanted) < NO_MATCH)
                .sorted(Comparator.comparing(this::receives, Comparator.reverseOrder())
                        .thenComparingInt(unit -> match(unit, wanted))
                        .thenComparingInt(unit -> -nearness(unit, place)))
                .limit(UNITS_MAX)
                .map(unit -> view(unit, tree))
                .toList();
    }

    private static String key(AreaTree tree, String code, String field) {
        return tree.find(code)
                .orElseThrow(() -> Malformed.of(field, "field-invalid"))
                .key();
    }

    private int match(Unit unit, String wanted) {
        String kind = units.kindName(unit.kind());
        if (unit.name().startsWith(wanted)
                || kind.contains(wanted)
                || unit.code().equals(wanted)) {
            return 0;
        }
        if (inOrder(kind, wanted)) {
            return 1;
        }
        return unit.name().contains(wanted) ? 2 : inOrder(unit.name(), wanted) ? 3 : NO_MATCH;
    }

    private boolean receives(Unit unit) {
        return !units.posts(unit.id()).isEmpty();
    }

    private static boolean inOrder(String name, String letters) {
        int found = 0;
        for (int at = 0; at < name.length() && found < letters.length(); at++) {
            found += name.charAt(at) == letters.charAt(found) ? 1 : 0;
        }
        return found == letters.length();
    }

    /** How much of the place's path from the city down the unit works for; nothing when it works elsewhere. */
    private static int nearness(Unit unit, String place) {
        return AreaRange.of(unit.areaKey()).contains(place) ? unit.areaKey().length() : 0;
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
                unit.phone(),
                receives(unit));
    }
}
