package org.mulin.ticket.internal.exclusion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.internal.ExclusionSteps;
import org.mulin.ticket.internal.ExclusionSteps.Deed;
import org.mulin.ticket.internal.ExclusionSteps.Subject;
import org.mulin.ticket.internal.exclusion.ExclusionViews.ExclusionInput;
import org.springframework.stereotype.Service;

/** How a unit asks that the rates leave a ticket out, and what becomes of it: each in one transaction, once per key. */
@Service
class ExclusionService {
    private final OnceOnly once;
    private final ExclusionRepository repository;
    private final ExclusionQueries queries;
    private final ExclusionSteps steps;
    private final ExclusionRules rules;
    private final Audit audit;
    private final Clock clock;

    ExclusionService(
            OnceOnly once,
            ExclusionRepository repository,
            ExclusionQueries queries,
            ExclusionSteps steps,
            ExclusionRules rules,
            Audit audit,
            Clock clock) {
        this.once = once;
        this.repository = repository;
        this.queries = queries;
        this.steps = steps;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    private record Done(UUID ticketId) {}

    void apply(Actor actor, UUID ticketId, String key, ExclusionInput input) {
        steps.checkEvidence(input.photoIds());
        String words = input.said();
        once.run(actor, key, Done.class, () -> {
            Instant now = clock.instant();
            Subject ticket = steps.find(ticketId, actor, now);
            if (ticket.version() != input.version()) {
                throw new Stale(ticket.version());
            }
            UUID unit = ticket.unitId();
            if (unit == null || !rules.parties(actor, unit, ticket).contains(ExclusionParty.UNIT)) {
                throw Refused.of("exclusion-party");
            }
            if (repository.ofTicket(ticketId).stream().anyMatch(Exclusion::isStanding)) {
                throw Refused.of("exclusion-standing");
            }
            ExclusionRule rule = rules.find(input.reasonCode())
                    .orElseThrow(() -> Refused.of("exclusion-reason").at("reasonCode"));
            requireInTime(rule, ticket, now);
            UUID id = Ids.next();
            Deed deed = new Deed(id, ExclusionAction.APPLY, unit, rule.name(), rule.rates(), words, input.photoIds());
            UUID evidence = steps.take(actor, ticketId, deed, now);
            repository.insert(asked(id, ticketId, unit, rule, words, evidence, actor, now), actor, now);
            note(actor, id, ExclusionAction.APPLY, ticketId);
            return new Done(ticketId);
        });
    }

    private Exclusion asked(
            UUID id,
            UUID ticketId,
            UUID unit,
            ExclusionRule rule,
            String words,
            UUID evidence,
            Actor actor,
            Instant now) {
        return new Exclusion(
                id,
                ticketId,
                ExclusionLife.after(null, ExclusionAction.APPLY, Set.of(ExclusionParty.UNIT)),
                unit,
                rule.code(),
                rule.name(),
                rule.basis(),
                rule.rates(),
                rules.current().version(),
                words,
                evidence,
                now,
                actor.accountId(),
                null,
                null,
                null,
                1);
    }

    private void requireInTime(ExclusionRule rule, Subject ticket, Instant now) {
        Instant since = queries.countedSince(ticket);
        if (since == null) {
            throw Refused.of("exclusion-nothing");
        }
        if (now.isAfter(rules.until(rule, since))) {
            throw Refused.of("exclusion-late", rule.within()).at("reasonCode");
        }
    }

    /** What becomes of it, as the table allows for whoever acts; answers the ticket. */
    UUID act(Actor actor, UUID id, long version, String key, ExclusionAction action, @Nullable String words) {
        return once.run(actor, key, Done.class, () -> {
                    Exclusion before = repository.find(id, actor);
                    if (before.version() != version) {
                        throw new Stale(before.version());
                    }
                    Instant now = clock.instant();
                    Subject ticket = steps.find(before.ticketId(), actor, now);
                    Set<ExclusionParty> parties = rules.parties(actor, before.unitId(), ticket);
                    if (parties.contains(ExclusionParty.REVIEWER)
                            && before.applicantId().equals(actor.accountId())) {
                        throw Refused.of("exclusion-party");
                    }
                    ExclusionState next = ExclusionLife.after(before.state(), action, parties);
                    Exclusion after = words == null || action == ExclusionAction.TAKE_BACK
                            ? before.takenBack()
                            : before.decided(next, actor.unitId(), words, now);
                    repository.save(before, after, action, actor, words, now);
                    Deed deed = new Deed(
                            id, action, before.unitId(), before.reasonName(), before.rates(), words, List.of());
                    steps.take(actor, before.ticketId(), deed, now);
                    note(actor, id, action, before.ticketId());
                    return new Done(before.ticketId());
                })
                .ticketId();
    }

    private void note(Actor actor, UUID id, ExclusionAction action, UUID ticketId) {
        String word = "exclusion." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(actor, Audit.Act.of(word, "exclusion", id).with("ticket=" + ticketId));
    }
}
