package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.TicketViews.SuggestionView;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Triage;
import org.springframework.stereotype.Service;

/**
 * What a dispatcher may choose from, each with the unit that would get the ticket: first the matter that the unit which
 * gave it back holds to be right, then the likeliest; last what would go again to a unit that has given it back.
 */
@Service
class SuggestionService {
    private static final int SUGGESTIONS_MAX = 3;

    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final ReturnQueries returns;
    private final Dispatcher dispatcher;
    private final Triage triage;
    private final Clock clock;

    SuggestionService(
            TicketRepository tickets,
            DecisionRepository decisions,
            ReturnQueries returns,
            Dispatcher dispatcher,
            Triage triage,
            Clock clock) {
        this.tickets = tickets;
        this.decisions = decisions;
        this.returns = returns;
        this.dispatcher = dispatcher;
        this.triage = triage;
        this.clock = clock;
    }

    List<SuggestionView> of(Actor actor, UUID ticketId) {
        TicketViewQueries.requireStaff(actor);
        actor.require(By.TRIAGE);
        Ticket ticket = tickets.find(ticketId, actor);
        DispatchFacts before = decisions.last(ticketId).orElseThrow().facts();
        Set<UUID> returnedBy = returns.units(ticketId);
        Dispatcher.Session session = dispatcher.session();
        List<MatterGuess> read =
                triage.read(tickets.firstWords(ticketId), null, null).matters();
        String cited = ticket.isReturned()
                ? returns.lastOf(ticketId)
                        .map(last -> last.ground().matterCode())
                        .orElse(null)
                : null;
        return Stream.concat(
                        named(cited, read),
                        read.stream().filter(guess -> !guess.code().equals(cited)))
                .limit(SUGGESTIONS_MAX)
                .map(guess -> suggestion(guess, guess.code().equals(cited), before, session, returnedBy))
                .sorted(Comparator.comparing(SuggestionView::returned))
                .toList();
    }

    /** However little the words speak for it. */
    private static Stream<MatterGuess> named(@Nullable String cited, List<MatterGuess> read) {
        return cited == null
                ? Stream.empty()
                : Stream.of(read.stream()
                        .filter(guess -> guess.code().equals(cited))
                        .findFirst()
                        .orElseGet(() -> new MatterGuess(cited, 0, List.of(), null)));
    }

    private SuggestionView suggestion(
            MatterGuess guess, boolean cited, DispatchFacts before, Dispatcher.Session session, Set<UUID> returnedBy) {
        DispatchFacts facts = session.classified(before, guess.code(), null, clock.instant());
        UnitRef unit = session.decide(facts).decision().unit();
        return new SuggestionView(
                guess.code(),
                session.rules().matterName(guess.code()),
                guess.probability(),
                guess.tellingWords(),
                unit == null ? null : unit.name(),
                cited,
                unit != null && returnedBy.contains(unit.id()),
                facts.placed() ? facts.areaCode() : null,
                facts.placed() ? facts.areaPath().getLast() : null);
    }
}
