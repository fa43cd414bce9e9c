package org.mulin.triage.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.area.Place;
import org.springframework.stereotype.Component;

/** The place reader of today's territory; made anew only when the territory changes. */
@Component
class PlaceReaders {
    private record Made(AreaTree tree, PlaceReader reader) {}

    private final Areas areas;
    private volatile @Nullable Made last;

    PlaceReaders(Areas areas) {
        this.areas = areas;
    }

    AreaTree tree() {
        return areas.tree();
    }

    PlaceReader of(AreaTree tree) {
        Made made = last;
        if (made == null || made.tree != tree) {
            made = new Made(tree, new PlaceReader(gazetteer(tree)));
            last = made;
        }
        return made.reader;
    }

    static Gazetteer gazetteer(AreaTree tree) {
        return gazetteer(tree.all(), tree.places(), tree::find);
    }

    /** @param areas parents before children, @param ended finds what they were made from */
    static Gazetteer gazetteer(List<Area> areas, List<Place> places, Function<String, Optional<Area>> ended) {
        var builder = new Gazetteer.Builder();
        Map<String, Integer> byCode = new HashMap<>();
        Map<String, Integer> byKey = new HashMap<>();
        for (Area area : areas) {
            int parent = byCode.getOrDefault(String.valueOf(area.parentCode()), -1);
            int number = builder.area(area.code(), area.key(), parent, area.name(), area.aliases());
            byCode.put(area.code(), number);
            byKey.put(area.key(), number);
            for (String code : area.predecessors()) {
                ended.apply(code).ifPresent(before -> builder.oldName(number, before.name()));
            }
        }
        for (Place place : places) {
            Integer area = byKey.get(place.areaKey());
            if (area != null) {
                builder.place(place.name(), place.aliases(), area);
            }
        }
        return builder.build();
    }
}
