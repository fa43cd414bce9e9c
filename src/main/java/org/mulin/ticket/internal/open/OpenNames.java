package org.mulin.ticket.internal.open;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.area.Areas;
import org.mulin.policy.Policy;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.internal.Names;
import org.mulin.ticket.internal.open.OpenViews.OpenMatter;
import org.mulin.ticket.internal.open.OpenViews.OpenMatterClass;
import org.mulin.ticket.internal.open.OpenViews.OpenTicketRow;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** How public matters are called and placed: a place is told down to its community. */
@Component
class OpenNames {
    private static final int EXCERPT_MAX = 90;

    private final Policy policy;
    private final Areas areas;
    private final Names names;

    OpenNames(Policy policy, Areas areas, Names names) {
        this.policy = policy;
        this.areas = areas;
        this.names = names;
    }

    List<OpenMatterClass> classes() {
        Matters catalogue = catalogue();
        List<Matter> leaves = catalogue.leaves().stream().filter(Matter::open).toList();
        return catalogue.all().stream()
                .filter(matter -> matter.parent() == null)
                .map(matter -> new OpenMatterClass(
                        matter.code(),
                        matter.name(),
                        leaves.stream()
                                .filter(leaf -> matter.code().equals(leaf.parent()))
                                .map(leaf -> new OpenMatter(leaf.code(), leaf.name()))
                                .toList()))
                .filter(matter -> !matter.matters().isEmpty())
                .toList();
    }

    String matter(String code) {
        return String.valueOf(names.matter(code));
    }

    String matterClass(String code) {
        return matter(catalogue().lineage(code).stream().reduce(code, (first, last) -> last));
    }

    private Matters catalogue() {
        return policy.current(MattersTable.class).content();
    }

    List<String> path(OpenTicket ticket) {
        return ticket.placed()
                ? areas.tree().path(ticket.areaKey()).stream()
                        .filter(area -> area.level() == AreaLevel.STREET || area.level() == AreaLevel.COMMUNITY)
                        .map(Area::name)
                        .toList()
                : List.of();
    }

    Optional<Area> community(OpenTicket ticket) {
        return ticket.placed() ? areas.tree().ancestor(ticket.areaKey(), AreaLevel.COMMUNITY) : Optional.empty();
    }

    @Nullable
    String unit(OpenTicket ticket) {
        return names.unitName(ticket.unitId());
    }

    OpenTicketRow row(OpenTicket ticket) {
        String words = ticket.words();
        boolean cut = words.codePointCount(0, words.length()) > EXCERPT_MAX;
        return new OpenTicketRow(
                ticket.number(),
                matter(ticket.matterCode()),
                matterClass(ticket.matterCode()),
                OpenStage.of(ticket.status()),
                cut ? words.substring(0, words.offsetByCodePoints(0, EXCERPT_MAX)) + "…" : words,
                path(ticket),
                unit(ticket),
                ticket.submittedAt(),
                ticket.dueAt(),
                ticket.answeredAt());
    }
}
