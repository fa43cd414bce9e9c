package org.mulin.ticket.internal.open;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.TICKET_;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.AreaRange;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.TicketSettings;
import org.mulin.ticket.internal.like.TicketVoices;
import org.mulin.ticket.internal.open.OpenViews.NearbyMatterView;
import org.mulin.triage.Text;
import org.springframework.stereotype.Repository;

/**
 * 可加入的同类诉求: what neighbours report that reads like a draft and is being worked on. It tells no more than 身边事 tells
 * anybody: matter, place, and how many people report the matter there; the words only choose among that. What too few
 * people said in words like these cannot be joined, so that nobody finds a single neighbour's appeal by guessing it.
 */
@Repository
public class JoinableQueries {
    private static final int LIKE_MAX = 60;
    private static final int MATTERS_MAX = 2;

    private final DSLContext sql;
    private final TicketVoices voices;
    private final NearbyQueries nearby;
    private final Areas areas;
    private final Policy policy;

    JoinableQueries(DSLContext sql, TicketVoices voices, NearbyQueries nearby, Areas areas, Policy policy) {
        this.sql = sql;
        this.voices = voices;
        this.nearby = nearby;
        this.areas = areas;
        this.policy = policy;
    }

    /** The likest first. @param areaKey of the draft's place */
    public List<JoinableView> like(Text draft, String areaKey) {
        AreaTree tree = areas.tree();
        return tree.ancestor(areaKey, AreaLevel.STREET)
                .map(street -> like(draft, areaKey, street, tree))
                .orElse(List.of());
    }

    private List<JoinableView> like(Text draft, String areaKey, Area street, AreaTree tree) {
        List<UUID> tickets = voices.openLike(draft, areaKey, AreaRange.of(street.key()), LIKE_MAX);
        if (tickets.isEmpty()) {
            return List.of();
        }
        int people_min = policy.setting(TicketSettings.NEARBY_PEOPLE_MIN);
        Map<String, List<Sighting>> byMatter = nearby.sightings(TICKET_.ID.in(tickets)).stream()
                .collect(groupingBy(Sighting::matterCode, LinkedHashMap::new, toList()));
        byMatter.values().removeIf(alike -> Neighbourhood.people(alike) < people_min);
        if (byMatter.isEmpty()) {
            return List.of();
        }
        List<NearbyMatterView> told = nearby.open(street);
        List<JoinableView> joinable = new ArrayList<>();
        byMatter.forEach((matter, alike) -> told(told, matter, alike, street, tree)
                .map(group -> view(group, alike, tree))
                .ifPresent(joinable::add));
        return joinable.stream().limit(MATTERS_MAX).toList();
    }

    /** What 身边事 tells of the matter in the community of most of them, or of the rest of the street. */
    private static Optional<NearbyMatterView> told(
            List<NearbyMatterView> told, String matter, List<Sighting> alike, Area street, AreaTree tree) {
        String key = alike.getFirst().areaKey();
        String code = tree.byKey(key).map(Area::code).orElse(street.code());
        return told.stream()
                .filter(group -> group.matterCode().equals(matter))
                .filter(group ->
                        group.areaCode().equals(code) || group.areaCode().equals(street.code()))
                .min(Comparator.comparing(group -> !group.areaCode().equals(code)));
    }

    private JoinableView view(NearbyMatterView group, List<Sighting> alike, AreaTree tree) {
        UUID first = alike.stream()
                .min(Comparator.comparing(Sighting::since).thenComparing(Sighting::appealId))
                .map(Sighting::appealId)
                .orElseThrow();
        UUID ticket = sql.select(APPEAL.TICKET_ID)
                .from(APPEAL)
                .where(APPEAL.ID.eq(first))
                .fetchSingle(APPEAL.TICKET_ID);
        return new JoinableView(
                ticket,
                group.matterName(),
                tree.today(group.areaCode()).map(Area::name).orElse(""),
                group.people(),
                group.since(),
                group.stage());
    }
}
