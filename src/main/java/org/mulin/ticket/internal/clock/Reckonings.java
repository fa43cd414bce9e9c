package org.mulin.ticket.internal.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Deadline;
import org.mulin.policy.Limit;
import org.mulin.policy.Pause;
import org.mulin.policy.Term;
import org.mulin.ticket.internal.DecisionRepository;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.RuleBook;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.stereotype.Component;

/** Reckons a ticket's deadline anew from what began its clock and what happened to it since. */
@Component
class Reckonings {
    private final DecisionRepository decisions;
    private final DeferralRepository deferrals;
    private final RuleBook rules;

    Reckonings(DecisionRepository decisions, DeferralRepository deferrals, RuleBook rules) {
        this.decisions = decisions;
        this.deferrals = deferrals;
        this.rules = rules;
    }

    /**
     * What began the clock: the last decision that reckoned a deadline and did not only keep an earlier one.
     *
     * @param packVersions the rules of then
     */
    record Basis(Instant start, Limit limit, Map<String, Long> packVersions) {}

    /** @param packVersions the rules by which it was reckoned */
    record Reckoned(Deadline deadline, Map<String, Long> packVersions) {}

    /** Empty when nobody here reckoned the deadline. */
    Optional<Basis> basis(UUID ticketId) {
        return deferrals.isGiven(ticketId)
                ? Optional.empty()
                : decisions.all(ticketId).stream()
                        .filter(each -> !each.decision().deadline().wasGiven())
                        .findFirst()
                        .map(Reckonings::basis);
    }

    private static Basis basis(StoredDecision stored) {
        return new Basis(stored.facts().at(), stored.decision().deadline().limit(), stored.packVersions());
    }

    /** By the calendar in force. */
    Reckoned now(Basis basis, List<Deferral> deferrals) {
        DispatchRules current = rules.current();
        return new Reckoned(Deadline.of(term(basis, deferrals), current.calendar()), current.versions());
    }

    /** As it was last reckoned: by the calendar of the last decision about the clock. */
    Deadline asDecided(Basis basis, List<Deferral> deferrals) {
        Map<String, Long> versions = deferrals.stream()
                .map(Deferral::packVersions)
                .filter(Objects::nonNull)
                .reduce(basis.packVersions(), (earlier, later) -> later);
        return Deadline.of(term(basis, deferrals), rules.at(versions).calendar());
    }

    /** @param deferrals of the ticket, in the order in which they were asked for */
    static Term term(Basis basis, List<Deferral> deferrals) {
        List<Deferral> ours = deferrals.stream()
                .filter(deferral -> !deferral.askedAt().isBefore(basis.start()))
                .toList();
        List<Pause> pauses =
                ours.stream().map(Reckonings::pause).filter(Objects::nonNull).toList();
        List<Limit> extensions = ours.stream()
                .filter(deferral -> deferral.state() == DeferralState.GRANTED)
                .map(deferral -> Objects.requireNonNull(deferral.extension()))
                .toList();
        return new Term(basis.start(), basis.limit(), pauses, extensions);
    }

    private static @Nullable Pause pause(Deferral deferral) {
        return deferral.pause();
    }
}
