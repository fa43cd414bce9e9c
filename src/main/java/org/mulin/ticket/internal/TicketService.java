package org.mulin.ticket.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.organization.Post;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Deadline;
import org.mulin.policy.PackTable;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.dispatch.CodedReason;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.ticket.internal.dispatch.Dispatch;
import org.mulin.ticket.internal.dispatch.DispatchCause;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.ReturnReasonsTable;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Correction;
import org.mulin.triage.Matter;
import org.mulin.triage.Proof;
import org.mulin.triage.Triage;
import org.mulin.triage.Urgency;
import org.springframework.stereotype.Service;

/** What staff do to tickets. Every write names its key and the version that was seen. */
@Service
class TicketService {
    private final StepTaker steps;
    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final Dispatcher dispatcher;
    private final Units units;
    private final Triage triage;
    private final Policy policy;
    private final Names names;
    private final Citations citations;
    private final CommunityDuty communityDuty;

    TicketService(
            StepTaker steps,
            TicketRepository tickets,
            DecisionRepository decisions,
            Dispatcher dispatcher,
            Units units,
            Triage triage,
            Policy policy,
            Names names,
            Citations citations,
            CommunityDuty communityDuty) {
        this.steps = steps;
        this.tickets = tickets;
        this.decisions = decisions;
        this.dispatcher = dispatcher;
        this.units = units;
        this.triage = triage;
        this.policy = policy;
        this.names = names;
        this.citations = citations;
        this.communityDuty = communityDuty;
    }

    /** Which ticket, seen in which version, under which key. */
    record Target(UUID ticketId, long version, String key) {}

    void accept(Actor actor, Target target) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Accept()));
    }

    void assign(Actor actor, Target target, UUID postId) {
        take(actor, target, (ticket, now) -> {
            UUID unit = actor.unitId();
            List<Post> posts = unit == null ? List.of() : units.posts(unit);
            if (posts.stream().noneMatch(post -> post.id().equals(postId))) {
                throw Refused.of("ticket-post").at("postId");
            }
            return Planned.of(new TicketAction.Assign(postId));
        });
    }

    void reply(Actor actor, Target target, String words, List<UUID> photoIds) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Reply(words, photoIds)));
    }

    void ask(Actor actor, Target target, String words) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Ask(words)));
    }

    /** Back to the dispatcher; the cited entry must be about this ticket and make someone else responsible. */
    void giveBack(Actor actor, Target target, Ground ground, String words) {
        take(actor, target, (ticket, now) -> {
            requireReason(ReturnReasonsTable.class, ground.reasonCode());
            DispatchRules rules = dispatcher.session().rules();
            citations.check(actor, ticket, ground, rules);
            Instant decideBy = Deadline.of(now, rules.settings().get(TicketSettings.TRIAGE_LIMIT), rules.calendar())
                    .at();
            return Planned.of(new TicketAction.Return(ground, words, decideBy));
        });
    }

    void transfer(Actor actor, Target target, UUID unitId, String words) {
        take(actor, target, (ticket, now) -> {
            Unit unit = units.byId(unitId);
            if (!unit.open()) {
                throw Refused.of("unit-closed", unit.name()).at("unitId");
            }
            if (units.posts(unitId).isEmpty()) {
                throw Refused.of("unit-without-post", unit.name()).at("unitId");
            }
            if (ticket.lead().map(Part::unitId).filter(unitId::equals).isPresent()) {
                throw Refused.of("transfer-same-unit", unit.name()).at("unitId");
            }
            DispatchFacts facts = decisions.last(ticket.id()).orElseThrow().facts();
            communityDuty.moved(actor, ticket, unit, dispatcher.session().rules(), now);
            StoredDecision stored =
                    decided(facts.again(DispatchCause.TRANSFERRED, now, unit.code(), ticket.lastLeadDueAt()));
            return new Planned(new TicketAction.Transfer(Mandates.of(stored.decision()), words), stored);
        });
    }

    /** With the proof that the pack asks for the matter. */
    void resolve(Actor actor, Target target, String words, List<UUID> photoIds) {
        take(actor, target, (ticket, now) -> {
            if (photoIds.isEmpty() && names.proof(ticket.matterCode()) == Proof.PHOTO) {
                throw Refused.of("proof-photo-required", String.valueOf(names.matter(ticket.matterCode())))
                        .at("photoIds");
            }
            return Planned.of(new TicketAction.Resolve(words, photoIds));
        });
    }

    void decline(Actor actor, Target target, String reasonCode, String words) {
        take(actor, target, (ticket, now) -> {
            requireReason(DeclineReasonsTable.class, reasonCode);
            return Planned.of(new TicketAction.Decline(reasonCode, words, contestUntil(now)));
        });
    }

    void close(Actor actor, Target target, String words) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Close(words, reopenUntil(now))));
    }

    /** A person decides matter and place; the duty list does the rest, and the classifier learns. */
    void classify(Actor actor, Target target, String matterCode, @Nullable String areaCode) {
        take(actor, target, (ticket, now) -> {
            Dispatcher.Session session = dispatcher.session();
            DispatchFacts before = decisions.last(ticket.id()).orElseThrow().facts();
            DispatchFacts facts = session.classified(before, matterCode, areaCode, now);
            StoredDecision stored = StoredDecision.of(session.decide(facts), session.rules());
            Urgency urgency = session.rules()
                    .matters()
                    .find(matterCode)
                    .map(Matter::urgency)
                    .orElse(Urgency.NORMAL);
            triage.learn(new Correction(ticket.id(), tickets.firstWords(ticket.id()), matterCode));
            return new Planned(
                    new TicketAction.Classify(
                            matterCode, urgency, facts.areaKey(), facts.placed(), Mandates.of(stored.decision())),
                    stored);
        });
    }

    /** The stored decision beside the same one made again. */
    record Replay(StoredDecision stored, List<String> differences) {}

    /** Decides again on the stored facts, by the versions of the pack that decided. */
    Replay replay(Actor actor, UUID ticketId) {
        TicketViewQueries.requireStaff(actor);
        StoredDecision stored =
                decisions.last(tickets.find(ticketId, actor).id()).orElseThrow();
        return new Replay(
                stored, dispatcher.replay(stored.facts(), stored.packVersions()).differences(stored.decision()));
    }

    /** The decision to give a ticket back to the unit that had it. */
    StoredDecision toSameUnit(Ticket ticket, Instant now) {
        UUID unit = ticket.lastLeadUnitId();
        if (unit == null) {
            throw Refused.of("ticket-no-unit");
        }
        DispatchFacts facts = decisions.last(ticket.id()).orElseThrow().facts();
        return decided(facts.again(DispatchCause.REOPENED, now, units.byId(unit).code(), null));
    }

    Instant reopenUntil(Instant now) {
        return now.plus(Duration.ofDays(policy.setting(TicketSettings.REOPEN_DAYS)));
    }

    Instant contestUntil(Instant now) {
        return now.plus(Duration.ofDays(policy.setting(TicketSettings.REVIEW_DAYS)));
    }

    private void take(Actor actor, Target target, StepTaker.Planner planner) {
        steps.take(actor, target.key(), target.ticketId(), target.version(), planner);
    }

    private StoredDecision decided(DispatchFacts facts) {
        Dispatcher.Session session = dispatcher.session();
        Dispatch.Made made = session.decide(facts);
        return StoredDecision.of(made, session.rules());
    }

    void requireReason(Class<? extends PackTable<List<CodedReason>>> table, String code) {
        if (policy.current(table).content().stream()
                .noneMatch(reason -> reason.code().equals(code))) {
            throw Refused.of("reason-unknown").at("reasonCode");
        }
    }
}
