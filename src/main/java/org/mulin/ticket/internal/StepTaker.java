package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Purposes;
import org.mulin.access.Purposes.Purpose;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.OnceOnly;
import org.mulin.base.Stale;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes one step of one ticket: state, history, photos, purposes and events in one transaction, once per key. */
@Component
class StepTaker {
    static final String PURPOSE_SUBJECT = "ticket";
    static final String PHOTO_OWNER = "ticket-step";
    static final String LEGAL_BASIS = "《中华人民共和国个人信息保护法》第三十四条";
    private static final Set<TicketStatus> NOBODY_WORKS = EnumSet.of(
            TicketStatus.TRIAGE,
            TicketStatus.CLOSED,
            TicketStatus.DECLINED,
            TicketStatus.WITHDRAWN,
            TicketStatus.MERGED);

    private final OnceOnly once;
    private final TicketRepository tickets;
    private final DecisionRepository decisions;
    private final Files files;
    private final LeadWatch leads;
    private final ReopenWatch reopenings;
    private final Purposes purposes;
    private final ApplicationEventPublisher events;
    private final Policy policy;
    private final Clock clock;

    StepTaker(
            OnceOnly once,
            TicketRepository tickets,
            DecisionRepository decisions,
            Files files,
            LeadWatch leads,
            ReopenWatch reopenings,
            Purposes purposes,
            ApplicationEventPublisher events,
            Policy policy,
            Clock clock) {
        this.once = once;
        this.tickets = tickets;
        this.decisions = decisions;
        this.files = files;
        this.leads = leads;
        this.reopenings = reopenings;
        this.purposes = purposes;
        this.events = events;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer that is kept for a repeated key; what the ticket looks like is read anew each time. */
    record Done(UUID ticketId) {}

    /** An action, with the decision behind it when there is one. */
    record Planned(TicketAction action, @Nullable StoredDecision decision) {
        static Planned of(TicketAction action) {
            return new Planned(action, null);
        }
    }

    @FunctionalInterface
    interface Planner {
        Planned plan(Ticket ticket, Instant now);
    }

    /** @throws Stale when the ticket is no longer in the version that the actor saw */
    void take(Actor actor, String key, UUID ticketId, long version, Planner planner) {
        take(actor, key, ticketId, version, ticket -> By.of(actor, ticket), planner);
    }

    /** @param capacity in which the actor takes the step */
    void take(Actor actor, String key, UUID ticketId, long version, Function<Ticket, By> capacity, Planner planner) {
        once.run(actor, key, Done.class, () -> {
            Ticket ticket = tickets.find(ticketId, actor);
            if (ticket.version() != version) {
                throw new Stale(ticket.version());
            }
            Instant now = clock.instant();
            Planned planned = planner.plan(ticket, now);
            step(ticket, planned, capacity.apply(ticket), now);
            return new Done(ticketId);
        });
    }

    /** One more step of a write that is running already. */
    UUID step(Ticket ticket, Planned planned, By by, Instant now) {
        return taken(ticket, planned, by, now).entry().id();
    }

    /** The same, for whoever goes on with the ticket. */
    TicketWorkflow.Applied taken(Ticket ticket, Planned planned, By by, Instant now) {
        TicketAction action = planned.action();
        TicketWorkflow.Applied applied = TicketWorkflow.apply(ticket, action, by, now);
        checkPhotos(action.photoIds().size());
        tickets.save(ticket, applied, action);
        if (planned.decision() != null && applied.ticket().status().isWithUnit()) {
            decisions.insert(Map.of(ticket.id(), planned.decision()));
        }
        files.claim(
                action.photoIds(),
                by.actor(),
                new FileOwner(PHOTO_OWNER, applied.entry().id()));
        keepPurposes(ticket, action, applied.ticket());
        if (!ticket.lead().map(Part::id).equals(applied.ticket().lead().map(Part::id))) {
            leads.leadEnded(ticket.id(), now);
        }
        List<TicketEvent> told = TicketEvents.of(ticket, action, applied);
        if (applied.ticket().round() > ticket.round()) {
            told.addAll(reopenings.reopened(ticket.id(), now));
        }
        events.publishEvent(new TicketChanges(told));
        return applied;
    }

    void checkPhotos(int count) {
        int max = policy.setting(TicketSettings.PHOTOS_MAX);
        if (count > max) {
            throw Malformed.of("photoIds", "photos-too-many", max);
        }
    }

    /** A unit may read the authors' contacts from its acceptance until the ticket leaves it or ends. */
    private void keepPurposes(Ticket before, TicketAction action, Ticket after) {
        if (action instanceof TicketAction.Accept) {
            UUID unit = after.lead().orElseThrow().unitId();
            purposes.open(new Purpose("ticket-handling", LEGAL_BASIS, PURPOSE_SUBJECT, after.id(), unit));
        } else if (NOBODY_WORKS.contains(after.status()) || action instanceof TicketAction.Transfer) {
            purposes.closeAll(PURPOSE_SUBJECT, before.id());
        }
    }

    /** A dispatcher's own reason: the ticket is theirs to place and to close. */
    void openForDispatcher(UUID ticketId, UUID unitId) {
        purposes.open(new Purpose("ticket-triage", LEGAL_BASIS, PURPOSE_SUBJECT, ticketId, unitId));
    }
}
