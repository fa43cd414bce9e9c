package org.mulin.area;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.springframework.stereotype.Component;

/** Makes the tree out of the pack tables in force, anew only when one of them or the day has changed. */
@Component
class PolicyAreas implements Areas {
    private final Policy policy;
    private final Clock clock;
    private volatile @Nullable Made made;

    PolicyAreas(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    private record Made(long areas, long places, long boundaries, LocalDate day, AreaTree tree) {}

    @Override
    public AreaTree tree() {
        Versioned<List<Area>> areas = policy.current(AreasTable.class);
        Versioned<List<NamedPlace>> places = policy.current(PlacesTable.class);
        Versioned<Outlines> outlines = policy.current(BoundariesTable.class);
        LocalDate day = LocalDate.now(clock.withZone(policy.city().zone()));
        Made last = made;
        if (last == null
                || last.areas != areas.version()
                || last.places != places.version()
                || last.boundaries != outlines.version()
                || !last.day.equals(day)) {
            AreaTree tree = tree(areas.content(), places.content(), outlines.content(), day);
            last = new Made(areas.version(), places.version(), outlines.version(), day, tree);
            made = last;
        }
        return last.tree;
    }

    static AreaTree tree(List<Area> areas, List<NamedPlace> places, Outlines outlines, LocalDate day) {
        Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
        List<Place> placed = places.stream()
                .map(place -> place.in(Objects.requireNonNull(byCode.get(place.areaCode()))))
                .toList();
        return new AreaTree(areas, placed, outlines, day);
    }
}
