package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.base.Actor;
import org.mulin.insight.internal.HotViews.HotChangeView;
import org.mulin.insight.internal.HotViews.HotFormula;
import org.mulin.insight.internal.HotViews.HotIssueRow;
import org.mulin.insight.internal.HotViews.HotList;
import org.mulin.insight.internal.HotViews.HotRise;
import org.mulin.insight.internal.HotViews.HotStanding;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.policy.Policy;
import org.mulin.ticket.HotTicketGroup;
import org.mulin.ticket.HotTickets;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.Tickets;
import org.mulin.triage.HotRule;
import org.springframework.stereotype.Service;

/** 热点问题: what many people say at once, within the reach of whoever looks: nothing outside is counted. */
@Service
class HotService {
    private static final int ISSUES_MAX = 50;
    private static final int TICKETS_MAX = 100;
    private static final Duration WEEK = Duration.ofDays(7);

    private final HotTickets hot;
    private final Tickets tickets;
    private final HotQueries queries;
    private final HotNames names;
    private final Policy policy;
    private final Clock clock;

    HotService(HotTickets hot, Tickets tickets, HotQueries queries, HotNames names, Policy policy, Clock clock) {
        this.hot = hot;
        this.tickets = tickets;
        this.queries = queries;
        this.names = names;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is known beside the groups themselves. */
    private record Known(
            Map<UUID, TicketFacts> facts,
            Set<UUID> readable,
            Map<UUID, UUID> issueOf,
            Map<UUID, Instant> toldAt,
            List<HotQueries.Change> changes) {}

    HotList list(Actor actor, Scope.View view, @Nullable LocalDate from, @Nullable LocalDate to) {
        ZoneId zone = policy.city().zone();
        Instant now = clock.instant();
        Period period = Period.of(from, to, LocalDate.ofInstant(now, zone));
        HotRule rule = InsightSettings.hotRule(policy);
        List<HotTicketGroup> all = hot.hot(view.range(), period.begins(zone), period.ends(zone), rule, ISSUES_MAX + 1);
        boolean more = all.size() > ISSUES_MAX;
        List<HotTicketGroup> groups = more ? all.subList(0, ISSUES_MAX) : all;
        Known known = known(actor, groups);
        List<Instant> steps = period.steps().stream()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
        List<HotIssueRow> rows = new ArrayList<>();
        for (HotTicketGroup group : groups) {
            List<TicketFacts> facts = HotNames.of(known.facts, group.ticketIds());
            if (!facts.isEmpty()) {
                rows.add(row(rows.size() + 1, group, facts, known, steps, now));
            }
        }
        return new HotList(
                AreaRef.of(view.area()),
                view.path(),
                view.children().stream().map(AreaRef::of).toList(),
                period.from(),
                period.to(),
                now,
                new HotFormula(
                        rule.people_min(), policy.setting(InsightSettings.HOT_ALARM), rule.person(), rule.repeat()),
                rows,
                more);
    }

    private Known known(Actor actor, List<HotTicketGroup> groups) {
        List<UUID> all =
                groups.stream().flatMap(group -> group.ticketIds().stream()).toList();
        Map<UUID, UUID> issueOf = queries.issueOf(all);
        List<UUID> issues = issueOf.values().stream().distinct().toList();
        return new Known(
                tickets.facts(all),
                tickets.readable(actor, all),
                issueOf,
                queries.toldAt(issues),
                queries.changes(issues));
    }

    private HotIssueRow row(
            int rank, HotTicketGroup group, List<TicketFacts> facts, Known known, List<Instant> steps, Instant now) {
        Area area = names.area(facts);
        String matter = names.matter(facts);
        UUID id = most(group.ticketIds(), known.issueOf);
        return new HotIssueRow(
                id,
                rank,
                HotNames.title(area, group.place(), matter, group.words()),
                AreaRef.of(area),
                matter,
                group.words(),
                group.moments().getFirst(),
                group.moments().getLast(),
                group.people(),
                group.messages(),
                facts.size(),
                group.messages() - group.ticketIds().size(),
                trend(group.moments(), steps),
                rise(group.moments(), now),
                group.score(),
                standing(facts, now),
                id == null ? null : known.toldAt.get(id),
                known.changes.stream()
                        .filter(change -> change.issueId().equals(id))
                        .map(change ->
                                new HotChangeView(change.kind(), change.otherPlace(), change.words(), change.at()))
                        .toList(),
                facts.reversed().stream()
                        .map(TicketFacts::id)
                        .limit(TICKETS_MAX)
                        .toList(),
                facts.stream()
                        .filter(ticket -> isWorkedOn(ticket) && known.readable.contains(ticket.id()))
                        .sorted(Comparator.comparing(ticket -> ticket.status() == TicketStatus.TRIAGE))
                        .map(TicketFacts::id)
                        .limit(TICKETS_MAX)
                        .toList());
    }

    private static @Nullable UUID most(Collection<UUID> tickets, Map<UUID, UUID> issueOf) {
        Map<UUID, Integer> counts = new HashMap<>();
        for (UUID ticket : tickets) {
            UUID issue = issueOf.get(ticket);
            if (issue != null) {
                counts.merge(issue, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<UUID, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<Integer> trend(List<Instant> moments, List<Instant> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(step -> (int) moments.stream()
                        .filter(at -> !at.isBefore(steps.get(step)))
                        .filter(at -> step + 1 == steps.size() || at.isBefore(steps.get(step + 1)))
                        .count())
                .toList();
    }

    private static HotRise rise(List<Instant> moments, Instant now) {
        Instant week = now.minus(WEEK);
        int lately = (int) moments.stream().filter(at -> at.isAfter(week)).count();
        int before = (int) moments.stream()
                .filter(at -> !at.isAfter(week) && at.isAfter(week.minus(WEEK)))
                .count();
        return new HotRise(lately, before, lately > 1 && lately >= 2 * before);
    }

    private static boolean isWorkedOn(TicketFacts ticket) {
        return ticket.status().compareTo(TicketStatus.WAITING) <= 0;
    }

    private static HotStanding standing(List<TicketFacts> facts, Instant now) {
        int open = 0;
        int overdue = 0;
        int resolved = 0;
        for (TicketFacts ticket : facts) {
            boolean worked = isWorkedOn(ticket);
            open += worked ? 1 : 0;
            overdue += worked && ticket.dueAt() != null && ticket.dueAt().isBefore(now) ? 1 : 0;
            resolved += ticket.status() == TicketStatus.RESOLVED ? 1 : 0;
        }
        return new HotStanding(open, overdue, resolved, facts.size() - open - resolved);
    }
}
