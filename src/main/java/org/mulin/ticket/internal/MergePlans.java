package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.MergeViews.MergePlanRow;
import org.mulin.ticket.internal.MergeViews.MergePlanView;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** What somebody who thinks of merging tickets has to know; five statements, however many there are. */
@Service
class MergePlans {
    private final TicketReadQueries reading;
    private final MergeRepository repository;
    private final MergeQueries queries;
    private final Names names;
    private final Policy policy;
    private final Problems problems;
    private final Clock clock;

    MergePlans(
            TicketReadQueries reading,
            MergeRepository repository,
            MergeQueries queries,
            Names names,
            Policy policy,
            Problems problems,
            Clock clock) {
        this.reading = reading;
        this.repository = repository;
        this.queries = queries;
        this.names = names;
        this.policy = policy;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param obstacle to becoming part of another one */
    private record Candidate(
            Ticket ticket, TicketRecord row, @Nullable Refused obstacle, boolean goesOn) {}

    MergePlanView plan(Actor actor, Collection<UUID> ids) {
        int most = policy.setting(TicketSettings.BULK_TICKETS);
        if (ids.size() > most) {
            throw Refused.of("merge-too-many", most).at("ticketIds");
        }
        Instant now = clock.instant();
        Map<UUID, TicketRecord> rows = queries.rows(ids, actor);
        Map<UUID, String> busy = repository.obstacles(ids);
        List<Candidate> all = reading.findAll(rows.keySet(), actor).stream()
                .map(ticket -> new Candidate(
                        ticket,
                        Objects.requireNonNull(rows.get(ticket.id())),
                        MergeRules.obstacle(ticket, ActionKind.MERGE, actor, now, busy),
                        MergeRules.obstacle(ticket, ActionKind.ABSORB, actor, now, busy) == null))
                .sorted(Comparator.comparing((Candidate each) -> each.row.getOpenedAt())
                        .thenComparing(each -> each.ticket.id()))
                .toList();
        List<Candidate> keeping =
                all.stream().filter(each -> mayKeep(each, all, actor)).toList();
        boolean accused = names.isAccused(actor.unitId());
        return new MergePlanView(
                most,
                // what cannot become part of another one is the one that all others can become part of
                keeping.stream()
                        .min(Comparator.comparing(each -> each.obstacle == null))
                        .map(each -> each.ticket.id())
                        .orElse(null),
                all.stream()
                        .map(each -> row(each, keeping.contains(each), accused && each.row.getConfidential(), now))
                        .toList());
    }

    private static boolean mayKeep(Candidate kept, List<Candidate> all, Actor actor) {
        return kept.goesOn
                && all.stream()
                        .filter(other -> other != kept && other.obstacle == null)
                        .allMatch(other -> MergeRules.between(kept.ticket, other.ticket, actor) == null
                                && MergeRules.urgency(kept.row, other.row) == null);
    }

    private MergePlanRow row(Candidate each, boolean mayKeep, boolean hidden, Instant now) {
        TicketRecord row = each.row;
        Refused obstacle = each.obstacle;
        return new MergePlanRow(
                row.getId(),
                row.getNumber(),
                TicketStatus.valueOf(row.getStatus()),
                hidden ? Texts.here(Said.of("ticket.hidden-words")) : row.getExcerpt(),
                names.matter(row.getMatterCode()),
                row.getPlaced() ? names.area(row.getAreaKey()) : null,
                names.unitName(row.getLeadUnitId()),
                row.getOpenedAt(),
                row.getDueAt(),
                FilterQueries.isLate(row.getStatus(), row.getDueAt(), now),
                row.getAppealCount(),
                obstacle == null
                        ? null
                        : problems.text(LocaleContextHolder.getLocale(), obstacle.code(), obstacle.arguments()),
                mayKeep,
                row.getVersion());
    }
}
