package org.mulin.ticket.internal.open;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 身边事: what the appeals of one street may tell its neighbours. Each matter of a community that enough people reported
 * is one group; what other communities have of it is put together for the rest of the street. Groups of one matter have
 * no appeal in common and are the same whoever looks from where, so that no two answers can be subtracted. What is not
 * public is counted where it adds nobody, or enough people, to what anybody may read; else it is left out.
 */
final class Neighbourhood {
    private Neighbourhood() {}

    /**
     * @param areaKey of the community, or of the street for the rest of it
     * @param published whether any of it can be read
     */
    record Group(
            String areaKey,
            String matterCode,
            int people,
            boolean published,
            LocalDate since,
            OpenStage stage,
            @Nullable LocalDate answeredOn) {}

    /** Most people first. */
    static List<Group> groups(Collection<Sighting> sightings, String streetKey, int people_min) {
        List<Group> groups = new ArrayList<>();
        sightings.stream()
                .collect(groupingBy(Sighting::matterCode, TreeMap::new, groupingBy(Sighting::areaKey)))
                .forEach((matter, byArea) -> {
                    List<Sighting> rest = new ArrayList<>();
                    byArea.forEach((area, of) -> {
                        Optional<Group> own =
                                area.equals(streetKey) ? Optional.empty() : group(area, matter, of, people_min);
                        own.ifPresentOrElse(groups::add, () -> rest.addAll(of));
                    });
                    group(streetKey, matter, rest, people_min).ifPresent(groups::add);
                });
        groups.sort(Comparator.comparingInt(Group::people)
                .reversed()
                .thenComparing(Group::since)
                .thenComparing(Group::areaKey)
                .thenComparing(Group::matterCode));
        return groups;
    }

    private static Optional<Group> group(String areaKey, String matter, List<Sighting> of, int people_min) {
        List<Sighting> shown = of.stream().filter(Sighting::shown).toList();
        int others = people(of) - people(shown);
        List<Sighting> told = others >= people_min ? of : shown;
        int people = people(told);
        if (people < people_min) {
            return Optional.empty();
        }
        return Optional.of(new Group(
                areaKey,
                matter,
                people,
                !shown.isEmpty(),
                told.stream()
                        .map(Sighting::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                told.stream()
                        .map(Sighting::stage)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                told.stream()
                        .map(Sighting::answeredOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null)));
    }

    /** Whoever calls and writes, or leaves several phones, is one person: the fewer of both counts. */
    static int people(List<Sighting> of) {
        long byPhone = of.stream().map(Sighting::byPhone).distinct().count();
        long byAccount = of.stream().map(Sighting::byAccount).distinct().count();
        return (int) Math.min(byPhone, byAccount);
    }
}
