package org.mulin.insight.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketFacts;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** What a hot issue is called: its place and its matter, from what is recorded of its tickets and never from a text. */
@Component
class HotNames {
    private final Areas areas;
    private final Policy policy;

    HotNames(Areas areas, Policy policy) {
        this.areas = areas;
        this.policy = policy;
    }

    /** The smallest area that all tickets lie in. */
    Area area(Collection<TicketFacts> tickets) {
        AreaTree tree = areas.tree();
        List<String> keys = tickets.stream().map(TicketFacts::areaKey).toList();
        return tree.path(keys.getFirst()).stream()
                .filter(area -> keys.stream().allMatch(key -> key.startsWith(area.key())))
                .reduce((_, deeper) -> deeper)
                .orElse(tree.city());
    }

    /** The name of what most of them are about; null while nobody has decided about any. */
    @Nullable
    String matter(Collection<TicketFacts> tickets) {
        Map<String, Integer> counts = new HashMap<>();
        for (TicketFacts ticket : tickets) {
            if (ticket.matterCode() != null) {
                counts.merge(ticket.matterCode(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .map(code -> policy.current(MattersTable.class)
                        .content()
                        .find(code)
                        .map(Matter::name)
                        .orElse(code))
                .orElse(null);
    }

    /** @param place that most of its people named; empty when they named none */
    static String title(Area area, String place, @Nullable String matter, List<String> words) {
        String where = place.isEmpty() ? area.name() : place;
        String what = matter == null
                ? words.stream().filter(word -> !word.equals(place)).findFirst().orElse("")
                : matter;
        return where + (what.isEmpty() ? "" : " · " + what);
    }

    static List<TicketFacts> of(Map<UUID, TicketFacts> facts, List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(facts.get(id)))
                .sorted(Comparator.comparing(TicketFacts::openedAt).thenComparing(TicketFacts::id))
                .toList();
    }
}
