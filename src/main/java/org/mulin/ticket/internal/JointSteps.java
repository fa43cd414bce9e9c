package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.springframework.stereotype.Component;

/** What a whistle asks of its ticket and writes into it; called inside the whistle's own transaction. */
@Component
public class JointSteps {
    private final StepTaker steps;
    private final TicketRepository tickets;
    private final TicketReadQueries reading;
    private final Dispatcher dispatcher;
    private final Citations citations;
    private final PlaceCheck places;
    private final Files files;

    JointSteps(
            StepTaker steps,
            TicketRepository tickets,
            TicketReadQueries reading,
            Dispatcher dispatcher,
            Citations citations,
            PlaceCheck places,
            Files files) {
        this.steps = steps;
        this.tickets = tickets;
        this.reading = reading;
        this.dispatcher = dispatcher;
        this.citations = citations;
        this.places = places;
        this.files = files;
    }

    /**
     * A ticket as a whistle sees it.
     *
     * @param mayWhistle whether this reader may blow the whistle on it now
     */
    public record Case(
            UUID id,
            String number,
            TicketStatus status,
            @Nullable String matterCode,
            String areaKey,
            boolean placed,
            boolean mayWhistle,
            long version) {}

    /**
     * Who is called to a ticket.
     *
     * @param unitIds nobody on a ticket that another one of the same whistle leads
     * @param names of all who are called by the whistle
     */
    public record Blown(UUID whistleId, List<UUID> unitIds, Instant confirmBy, String problem, List<String> names) {}

    /** What one step in a whistle does to its ticket: {@code ends} its unit's part as done or as returned. */
    public record Part(
            UUID whistleId,
            String step,
            UUID unitId,
            @Nullable Ending ends,
            @Nullable Instant confirmBy) {}

    /** How a called unit's part ends by a step of its own. */
    public enum Ending {
        /** 已签署. */
        SIGNED,
        /** 免予参加. */
        EXCUSED
    }

    /** Those of the tickets that this member of staff reaches. */
    public List<Case> cases(Collection<UUID> ids, Actor actor, Instant now) {
        if (actor.isResident()) {
            throw new Absent();
        }
        return reading.findAll(ids, actor).stream()
                .map(ticket -> of(ticket, actor, now))
                .toList();
    }

    /** @throws Absent when there is none, or none for this member of staff */
    public Case require(UUID id, Actor actor, Instant now) {
        return cases(List.of(id), actor, now).stream().findFirst().orElseThrow(Absent::new);
    }

    private static Case of(Ticket ticket, Actor actor, Instant now) {
        boolean may = TicketWorkflow.allowed(ticket, By.of(actor, ticket), now).contains(ActionKind.WHISTLE);
        return new Case(
                ticket.id(),
                ticket.number(),
                ticket.status(),
                ticket.matterCode(),
                ticket.areaKey(),
                ticket.placed(),
                may,
                ticket.version());
    }

    /** @throws Refused when it does not lie in this city */
    public void requirePlace(GivenPlace place) {
        places.check(place);
    }

    /** Photos of steps, by the entry of the history that owns them. */
    public Map<UUID, List<StoredFile>> photos(Collection<UUID> stepIds) {
        return files.of(StepTaker.PHOTO_OWNER, stepIds);
    }

    /** Whether the actor may call departments together. */
    public static boolean convenes(Actor actor) {
        return actor.has(By.CONVENE);
    }

    /** Whether the actor may do a unit's part. */
    public static boolean handles(Actor actor) {
        return actor.has(By.HANDLE);
    }

    /** Whether the actor decides on kick-backs at the place. */
    public static boolean reviews(Actor actor, String areaKey) {
        return actor.has(By.REVIEW) && actor.scope().contains(areaKey);
    }

    /** Whether the actor decides on kick-backs somewhere. */
    public static boolean reviews(Actor actor) {
        return actor.has(By.REVIEW);
    }

    /** The right of the street's joint-handling desk. */
    public static void requireReviewer(Actor actor) {
        actor.require(By.REVIEW);
    }

    /**
     * Calls the units to the ticket.
     *
     * @throws Stale when it is no longer in the version that the convener saw
     */
    public void whistle(Actor actor, UUID ticketId, long version, Blown blown, Instant now) {
        Ticket ticket = tickets.find(ticketId, actor);
        if (ticket.version() != version) {
            throw new Stale(ticket.version());
        }
        TicketAction action = new JointAction.Whistle(
                blown.whistleId(), blown.unitIds(), blown.confirmBy(), blown.problem(), blown.names());
        steps.step(ticket, Planned.of(action), By.of(actor, ticket), now);
    }

    /** Writes a step of the whistle into the ticket's history; answers that entry's id, which owns the photos. */
    public UUID join(Actor actor, UUID ticketId, Part part, @Nullable String words, List<UUID> photoIds, Instant now) {
        TicketAction action = new JointAction.Joint(
                part.whistleId(), part.step(), part.unitId(), status(part.ends()), part.confirmBy(), words, photoIds);
        return steps.step(tickets.find(ticketId, Actor.SYSTEM), Planned.of(action), By.joining(actor), now);
    }

    private static @Nullable PartStatus status(@Nullable Ending ends) {
        return switch (ends) {
            case null -> null;
            case SIGNED -> PartStatus.DONE;
            case EXCUSED -> PartStatus.RETURNED;
        };
    }

    /** The whistle is over; a ticket that is over itself needs no such word. */
    public void conclude(Actor actor, UUID ticketId, UUID whistleId, String step, String words, Instant now) {
        Ticket ticket = tickets.find(ticketId, Actor.SYSTEM);
        if (ticket.status() == TicketStatus.TRIAGE || ticket.status().isWithUnit()) {
            steps.step(ticket, Planned.of(new JointAction.Conclude(whistleId, step, words)), By.joining(actor), now);
        }
    }

    /** As a return must cite: an entry about this ticket that makes somebody else responsible. */
    public void cite(Actor actor, UUID ticketId, Ground ground) {
        citations.check(
                actor,
                tickets.find(ticketId, actor),
                ground,
                dispatcher.session().rules());
    }

    /** The unit that an entry of the duty list makes responsible at the place. */
    public Optional<UUID> responsible(String dutyEntry, String areaKey) {
        return dispatcher
                .session()
                .rules()
                .duty()
                .find(dutyEntry)
                .map(DutyEntry::lead)
                .flatMap(lead -> dispatcher.find(lead, areaKey))
                .map(UnitRef::id);
    }
}
