package org.mulin.area.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.area.AreasTable;
import org.mulin.area.BoundariesTable;
import org.mulin.area.Place;
import org.mulin.area.internal.AreaViews.AreaPath;
import org.mulin.area.internal.AreaViews.AreaView;
import org.mulin.area.internal.AreaViews.Feature;
import org.mulin.area.internal.AreaViews.FeatureCollection;
import org.mulin.area.internal.AreaViews.PlaceView;
import org.mulin.base.AreaRange;
import org.mulin.base.Malformed;
import org.mulin.base.Refused;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

@Component
class AreaQueries {
    private static final int AREAS_MAX = 2_000;
    private static final int PLACES_MAX = 200;

    private final Areas areas;
    private final Policy policy;
    private final Clock clock;

    AreaQueries(Areas areas, Policy policy, Clock clock) {
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    /** Changes whenever {@link #outlines} may: with a version of the pack's tables, or a day on which an area ends. */
    String outlinesTag(AreaLevel level) {
        LocalDate today = LocalDate.now(clock.withZone(policy.city().zone()));
        long areaVersion = policy.current(AreasTable.class).version();
        long outlineVersion = policy.current(BoundariesTable.class).version();
        return "\"" + level.word() + "-" + areaVersion + "-" + outlineVersion + "-" + today + "\"";
    }

    List<AreaView> areas(@Nullable String parent, @Nullable AreaLevel level) {
        AreaTree tree = areas.tree();
        if (parent != null && tree.find(parent).isEmpty()) {
            throw Malformed.of("parent", "field-invalid");
        }
        return tree.all().stream()
                .filter(area -> parent == null || parent.equals(area.parentCode()))
                .filter(area -> level == null || level == area.level())
                .limit(AREAS_MAX)
                .map(AreaView::of)
                .toList();
    }

    FeatureCollection outlines(AreaLevel level) {
        AreaTree tree = areas.tree();
        List<Feature> features = tree.all().stream()
                .filter(area -> area.level() == level)
                .limit(AREAS_MAX)
                .flatMap(area -> tree.outline(area.code()).map(outline -> Feature.of(area, outline)).stream())
                .toList();
        return new FeatureCollection("FeatureCollection", features);
    }

    /** In a city that has given no outlines the answer is the city. */
    AreaPath at(double lon, double lat) {
        AreaTree tree = areas.tree();
        if (!tree.inCity(lon, lat)) {
            throw Refused.of("point-outside-city", tree.city().name());
        }
        Area smallest = tree.at(lon, lat).orElse(tree.city());
        return new AreaPath(tree.path(smallest.key()).stream().map(AreaView::of).toList());
    }

    List<PlaceView> places(@Nullable String words, @Nullable String areaCode) {
        AreaTree tree = areas.tree();
        AreaRange range = areaCode == null
                ? AreaRange.ALL
                : AreaRange.of(tree.find(areaCode)
                        .orElseThrow(() -> Malformed.of("area", "field-invalid"))
                        .key());
        return tree.places(range).stream()
                .filter(place -> words == null || isCalled(place, words.strip()))
                .sorted(Comparator.comparing(Place::kind).thenComparing(Place::areaKey))
                .limit(PLACES_MAX)
                .map(place -> view(place, tree))
                .toList();
    }

    private static boolean isCalled(Place place, String words) {
        return Stream.concat(Stream.of(place.name()), place.aliases().stream()).anyMatch(name -> name.contains(words));
    }

    private static PlaceView view(Place place, AreaTree tree) {
        Area area = tree.byKey(place.areaKey()).orElseThrow();
        return new PlaceView(place.name(), place.kind().word(), area.code(), area.name(), place.lon(), place.lat());
    }
}
