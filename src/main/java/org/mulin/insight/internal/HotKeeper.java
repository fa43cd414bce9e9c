package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.mulin.area.Area;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.insight.HotIssueRose;
import org.mulin.insight.internal.HotIdentity.Named;
import org.mulin.policy.Policy;
import org.mulin.ticket.HotTicketGroup;
import org.mulin.ticket.HotTickets;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.Tickets;
import org.mulin.triage.HotRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Names what is hot in the city, keeps the names, and tells when something new has risen; on one node at a time. */
@Component
class HotKeeper {
    /** What is older is history. */
    static final Duration LOOK_BACK = Duration.ofDays(90);

    private static final int ISSUES_MAX = 300;

    private final HotTickets hot;
    private final Tickets tickets;
    private final HotRepository repository;
    private final HotNames names;
    private final Policy policy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HotKeeper(
            HotTickets hot,
            Tickets tickets,
            HotRepository repository,
            HotNames names,
            Policy policy,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.hot = hot;
        this.tickets = tickets;
        this.repository = repository;
        this.names = names;
        this.policy = policy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        Instant now = clock.instant();
        HotRule rule = InsightSettings.hotRule(policy);
        List<HotTicketGroup> groups =
                hot.hot(AreaRange.ALL, now.minus(LOOK_BACK), now.plusSeconds(1), rule, ISSUES_MAX);
        transaction.executeWithoutResult(_ -> keep(groups, now));
    }

    private void keep(List<HotTicketGroup> groups, Instant now) {
        if (!repository.alone()) {
            return;
        }
        List<Set<UUID>> members = groups.stream()
                .<Set<UUID>>map(group -> new HashSet<>(group.ticketIds()))
                .toList();
        List<Named> named = HotIdentity.name(repository.issueOfTickets(), members, Ids::next);
        Set<UUID> all = new HashSet<>();
        members.forEach(all::addAll);
        Map<UUID, TicketFacts> facts = tickets.facts(all);
        Set<UUID> ended = repository.endOthers(named.stream().map(Named::id).toList(), now);
        for (int i = 0; i < named.size(); i++) {
            ended.removeAll(named.get(i).mergedFrom());
            keep(named.get(i), groups.get(i), HotNames.of(facts, groups.get(i).ticketIds()), now);
        }
        ended.forEach(issue -> repository.note(issue, HotChangeKind.ENDED, null, 0, List.of(), now));
    }

    private void keep(Named issue, HotTicketGroup group, List<TicketFacts> facts, Instant now) {
        if (facts.isEmpty()) {
            return;
        }
        Area area = names.area(facts);
        var stored = new HotRepository.Stored(issue.id(), area.key(), group.place(), group.words(), group.people());
        int size = issue.tickets().size();
        if (issue.fresh()) {
            repository.found(stored, now);
            HotChangeKind kind = issue.splitFrom() == null ? HotChangeKind.FOUND : HotChangeKind.SPLIT;
            repository.note(issue.id(), kind, issue.splitFrom(), size, group.words(), now);
        } else {
            repository.goesOn(stored);
        }
        repository.holds(issue.id(), issue.tickets());
        for (UUID other : new ArrayList<>(issue.mergedFrom())) {
            repository.mergedInto(other, issue.id());
            repository.note(other, HotChangeKind.MERGED, issue.id(), size, group.words(), now);
        }
        if (group.people() >= policy.setting(InsightSettings.HOT_ALARM) && repository.tell(issue.id(), now)) {
            String title = HotNames.title(area, group.place(), names.matter(facts), group.words());
            events.publishEvent(new HotIssueRose(issue.id(), area.key(), title, group.people(), now));
        }
    }
}
