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

/** Makes the tree out of the pack tables in force, anew only when one of them, or what exists, has changed. */
@Component
class PolicyAreas implements Areas {
    private final Policy policy;
    private final Clock clock;
    private volatile @Nullable Made made;

    PolicyAreas(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** @param days on which the same areas exist */
    private record Made(long areas, long places, long boundaries, Days days, AreaTree tree) {}

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
                || !last.days.contain(day)) {
            AreaTree tree = tree(areas.content(), places.content(), outlines.content(), day);
            Days days = Days.around(day, areas.content());
            last = new Made(areas.version(), places.version(), outlines.version(), days, tree);
            made = last;
        }
        return last.tree;
    }

    /** From the last change of the areas to the day before the next. */
    record Days(LocalDate from, LocalDate until) {
        static Days around(LocalDate day, List<Area> areas) {
            LocalDate from = LocalDate.MIN;
            LocalDate until = LocalDate.MAX;
            for (Area area : areas) {
                for (LocalDate change :
                        List.of(area.validFrom(), area.validTo() == null ? area.validFrom() : area.validTo())) {
                    if (change.isAfter(day)) {
                        until = change.isBefore(until) ? change : until;
                    } else {
                        from = change.isAfter(from) ? change : from;
                    }
                }
            }
            return new Days(from, until);
        }

        boolean contain(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    static AreaTree tree(List<Area> areas, List<NamedPlace> places, Outlines outlines, LocalDate day) {
        Map<String, Area> byCode = areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
        List<Place> placed = places.stream()
                .map(place -> place.in(Objects.requireNonNull(byCode.get(place.areaCode()))))
                .toList();
        return new AreaTree(areas, placed, outlines, day);
    }
}
