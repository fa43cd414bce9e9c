package org.mulin.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.notice.internal.delivery.ProgressStep;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketAuthor;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketFacts;
import org.springframework.stereotype.Component;

/** What the authors of tickets are told of one transaction's changes. */
@Component
class ResidentTidings {
    private final Units units;
    private final NoticeWords words;

    ResidentTidings(Units units, NoticeWords words) {
        this.units = units;
        this.words = words;
    }

    /**
     * A step of the author's matter, told once.
     *
     * @param said on a phone, which may lie open on a table: it does not name the matter
     * @param news on the author's own page: it names the matter, by which somebody with several finds the right one
     */
    record Tiding(TicketAuthor author, UUID ticketId, ProgressStep step, Said said, Said news, Instant at) {}

    /** Whether anything in the changes is for authors, before anybody looks for them. */
    static boolean concern(TicketChanges changes) {
        return changes.events().stream().anyMatch(event -> step(event) != null);
    }

    List<Tiding> of(TicketChanges changes, Map<UUID, TicketFacts> facts, Map<UUID, List<TicketAuthor>> authors) {
        Set<UUID> judging = new HashSet<>();
        List<Tiding> told = new ArrayList<>();
        for (TicketEvent event : changes.events()) {
            if (event instanceof TicketEvent.Judged judged) {
                judging.add(judged.appealId());
            }
            TicketFacts ticket = facts.get(event.ticketId());
            ProgressStep step = step(event);
            if (ticket == null || step == null) {
                continue;
            }
            List<TicketAuthor> all = authors.getOrDefault(ticket.id(), List.of());
            Said said = counting(event, all, said(event, step, ticket));
            Said news = counting(event, all, news(said(event, step, ticket), step, words.matter(ticket.matterCode())));
            // who closes a matter by a verdict knows
            Set<UUID> knowing = step == ProgressStep.CLOSED ? people(all, judging) : Set.of();
            once(all.stream().filter(author -> isFor(event, author)))
                    .filter(author -> !knowing.contains(person(author)))
                    .forEach(author -> told.add(new Tiding(author, ticket.id(), step, said, news, event.at())));
        }
        return told;
    }

    /** By account; whoever has none is known by the appeal alone. */
    private static UUID person(TicketAuthor author) {
        return Objects.requireNonNullElse(author.accountId(), author.appealId());
    }

    private static Set<UUID> people(List<TicketAuthor> all, Set<UUID> appealIds) {
        return all.stream()
                .filter(author -> appealIds.contains(author.appealId()))
                .map(ResidentTidings::person)
                .collect(Collectors.toSet());
    }

    /** Whoever has several appeals in it is told once, of one with a phone if there is one. */
    private static Stream<TicketAuthor> once(Stream<TicketAuthor> authors) {
        Map<UUID, TicketAuthor> byPerson = new LinkedHashMap<>();
        authors.forEach(author -> byPerson.merge(
                person(author), author, (one, other) -> one.reachable() || !other.reachable() ? one : other));
        return byPerson.values().stream();
    }

    /** Whoever was with a ticket already need not hear who came. */
    private static boolean isFor(TicketEvent event, TicketAuthor author) {
        return !(event instanceof TicketEvent.Absorbed absorbed)
                || absorbed.appealIds().contains(author.appealId());
    }

    /** With how many others a matter goes on. */
    private static Said counting(TicketEvent event, List<TicketAuthor> all, Said said) {
        if (!(event instanceof TicketEvent.Absorbed)) {
            return said;
        }
        List<String> counted = new ArrayList<>(said.arguments());
        counted.add(String.valueOf(all.size() - 1));
        return new Said(said.code(), counted);
    }

    private Said said(TicketEvent event, ProgressStep step, TicketFacts ticket) {
        UUID unit = Objects.requireNonNullElseGet(unit(event, ticket), () -> desk(ticket));
        Instant due = Objects.requireNonNullElse(ticket.dueAt(), event.at());
        return Said.of(step.textCode(), ticket.number(), words.unit(unit), words.time(due(event, due)));
    }

    private static Said news(Said said, ProgressStep step, String matter) {
        List<String> named = new ArrayList<>(said.arguments());
        named.add(matter);
        return matter.isEmpty() ? said : new Said(step.newsCode(), named);
    }

    private static Instant due(TicketEvent event, Instant otherwise) {
        return switch (event) {
            case TicketEvent.Dispatched dispatched -> dispatched.dueAt();
            case TicketEvent.Reopened reopened -> reopened.dueAt();
            case TicketEvent.ClockChanged clock -> clock.dueAt();
            default -> otherwise;
        };
    }

    private static @Nullable UUID unit(TicketEvent event, TicketFacts ticket) {
        return switch (event) {
            case TicketEvent.Dispatched dispatched -> dispatched.unitId();
            case TicketEvent.Replied replied -> replied.unitId();
            case TicketEvent.Reopened reopened -> reopened.unitId();
            default -> ticket.unitId();
        };
    }

    private UUID desk(TicketFacts ticket) {
        return units.nearest(Unit.CITY_HOTLINE, ticket.areaKey()).orElseThrow().id();
    }

    private static @Nullable ProgressStep step(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Dispatched ignored -> ProgressStep.DISPATCHED;
            case TicketEvent.Absorbed ignored -> ProgressStep.MERGED;
            case TicketEvent.Accepted ignored -> ProgressStep.ACCEPTED;
            case TicketEvent.Replied ignored -> ProgressStep.REPLIED;
            case TicketEvent.Asked ignored -> ProgressStep.ASKED;
            case TicketEvent.Resolved ignored -> ProgressStep.RESOLVED;
            case TicketEvent.Declined ignored -> ProgressStep.DECLINED;
            case TicketEvent.Sustained ignored -> ProgressStep.SUSTAINED;
            case TicketEvent.Closed ignored -> ProgressStep.CLOSED;
            case TicketEvent.Reopened ignored -> ProgressStep.REOPENED;
            case TicketEvent.ClockChanged clock -> step(clock.change());
            default -> null;
        };
    }

    /** What makes an author wait longer; the rest is between units. */
    private static @Nullable ProgressStep step(ClockChange change) {
        return switch (change) {
            case SUSPEND -> ProgressStep.PAUSED;
            case EXTEND -> ProgressStep.EXTENDED;
            case DEFER, RESUME, DENY, ESCALATE, OVERSEE, SUPERVISE, REVIEW -> null;
        };
    }
}
