package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.TicketViews.SuggestionView;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Triage;
import org.springframework.stereotype.Service;

/**
 * What a dispatcher may choose from: the likeliest matters, each with the unit that would get the ticket; last what
 * would go again to a unit that has given it back.
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
        tickets.find(ticketId, actor);
        DispatchFacts before = decisions.last(ticketId).orElseThrow().facts();
        Set<UUID> returnedBy = returns.units(ticketId);
        Dispatcher.Session session = dispatcher.session();
        return triage.read(tickets.firstWords(ticketId), null, null).matters().stream()
                .limit(SUGGESTIONS_MAX)
                .map(guess -> suggestion(guess, before, session, returnedBy))
                .sorted(Comparator.comparing(SuggestionView::returned))
                .toList();
    }

    private SuggestionView suggestion(
            MatterGuess guess, DispatchFacts before, Dispatcher.Session session, Set<UUID> returnedBy) {
        DispatchFacts facts = session.classified(before, guess.code(), null, clock.instant());
        UnitRef unit = session.decide(facts).decision().unit();
        return new SuggestionView(
                guess.code(),
                session.rules().matterName(guess.code()),
                guess.probability(),
                guess.tellingWords(),
                unit == null ? null : unit.name(),
                unit != null && returnedBy.contains(unit.id()),
                facts.placed() ? facts.areaCode() : null,
                facts.placed() ? facts.areaPath().getLast() : null);
    }
}
