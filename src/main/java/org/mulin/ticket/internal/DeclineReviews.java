package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.policy.Deadline;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.mulin.triage.Correction;
import org.mulin.triage.Matter;
import org.mulin.triage.Triage;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Component;

/** 不予受理复核: who decides by when, and what follows from the decision. */
@Component
class DeclineReviews {
    private final DeclineReviewQueries queries;
    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final Dispatcher dispatcher;
    private final Triage triage;

    DeclineReviews(
            DeclineReviewQueries queries,
            TicketRepository tickets,
            DecisionRepository decisions,
            Dispatcher dispatcher,
            Triage triage) {
        this.queries = queries;
        this.tickets = tickets;
        this.decisions = decisions;
        this.dispatcher = dispatcher;
        this.triage = triage;
    }

    Planned contested(Ticket ticket, String words, boolean byPhone, Instant now) {
        DispatchRules rules = dispatcher.session().rules();
        UUID reviewer = reviewer(ticket, rules);
        Instant decideBy = Deadline.of(now, rules.settings().get(TicketSettings.REVIEW_LIMIT), rules.calendar())
                .at();
        return Planned.of(new ReviewAction.Contest(reviewer, decideBy, words, byPhone));
    }

    /** The first that the pack names there, but for the unit that declined: nobody reviews itself. */
    private UUID reviewer(Ticket ticket, DispatchRules rules) {
        UUID declinedBy = queries.declinedBy(ticket.id());
        return Arrays.stream(rules.settings().get(TicketSettings.REVIEWERS).split(";"))
                .map(reference -> dispatcher.find(reference.strip(), ticket.areaKey()))
                .flatMap(Optional::stream)
                .map(UnitRef::id)
                .filter(unit -> !unit.equals(declinedBy))
                .findFirst()
                .orElseThrow(() -> Refused.of("review-nobody"));
    }

    /** @param matterCode what it is about; null keeps what was known */
    Planned overturned(Ticket ticket, @Nullable String matterCode, String words, Instant now) {
        String matter = matterCode == null ? ticket.matterCode() : matterCode;
        if (matter == null) {
            throw Refused.of("review-matter").at("matterCode");
        }
        Dispatcher.Session session = dispatcher.session();
        DispatchFacts before = decisions.last(ticket.id()).orElseThrow().facts();
        StoredDecision stored =
                StoredDecision.of(session.decide(session.classified(before, matter, null, now)), session.rules());
        Urgency urgency =
                session.rules().matters().find(matter).map(Matter::urgency).orElse(Urgency.NORMAL);
        if (matterCode != null) {
            triage.learn(new Correction(ticket.id(), tickets.firstWords(ticket.id()), matterCode));
        }
        return new Planned(new ReviewAction.Overturn(matter, urgency, Mandates.of(stored.decision()), words), stored);
    }
}
