package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.file.Files;
import org.mulin.file.StoredFile;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.springframework.stereotype.Component;

/** What leaving tickets out of the rates asks of them and writes into them; inside the caller's transaction. */
@Component
public class ExclusionSteps {
    private final TicketRepository tickets;
    private final StepTaker steps;
    private final Files files;

    ExclusionSteps(TicketRepository tickets, StepTaker steps, Files files) {
        this.tickets = tickets;
        this.steps = steps;
        this.files = files;
    }

    /**
     * A ticket that somebody wants left out.
     *
     * @param unitId that has the lead or had it last; null while it is nobody's
     * @param parties all units that have or had a part in it
     * @param overdueAt when that unit was overdue; null when it was not
     */
    public record Subject(
            UUID id,
            String number,
            String areaKey,
            @Nullable UUID unitId,
            Set<UUID> parties,
            @Nullable Instant overdueAt,
            long version) {
        public Subject {
            parties = Set.copyOf(parties);
        }
    }

    /** @param photoIds evidence, when the unit asks */
    public record Deed(
            UUID exclusionId,
            ExclusionAction action,
            UUID unitId,
            String reason,
            Set<RateKind> rates,
            @Nullable String words,
            List<UUID> photoIds) {}

    /** @throws Absent when there is none, or none for this actor */
    public Subject find(UUID ticketId, Actor actor, Instant now) {
        Ticket ticket = tickets.find(ticketId, actor);
        Instant due = ticket.lastLeadDueAt();
        return new Subject(
                ticket.id(),
                ticket.number(),
                ticket.areaKey(),
                ticket.status() == TicketStatus.TRIAGE || ticket.status() == TicketStatus.WITHDRAWN
                        ? null
                        : ticket.lastLeadUnitId(),
                ticket.parts().stream().map(Part::unitId).collect(Collectors.toSet()),
                due != null && due.isBefore(workedUntil(ticket, now)) ? due : null,
                ticket.version());
    }

    private static Instant workedUntil(Ticket ticket, Instant now) {
        return ticket.parts().reversed().stream()
                .filter(part -> part.role() == PartRole.LEAD)
                .findFirst()
                .map(Part::endedAt)
                .orElse(now);
    }

    /** Whether the actor may decide about tickets of some area. */
    public static boolean reviews(Actor actor) {
        return actor.has(By.EXCLUDE);
    }

    /** Whether the actor may ask for the own unit. */
    public static boolean handles(Actor actor) {
        return actor.has(By.HANDLE);
    }

    /** @throws Malformed at {@code photoIds} unless there is some evidence, and not too much */
    public void checkEvidence(List<UUID> photoIds) {
        if (photoIds.isEmpty()) {
            throw Malformed.of("photoIds", "field-required");
        }
        steps.checkPhotos(photoIds.size());
    }

    /** Evidence, by the entry of the history that owns it; one query. */
    public Map<UUID, List<StoredFile>> evidence(Collection<UUID> entryIds) {
        return files.of(StepTaker.PHOTO_OWNER, entryIds);
    }

    /** Writes it into the ticket's history; answers that entry's id, which owns the evidence. */
    public UUID take(Actor actor, UUID ticketId, Deed deed, Instant now) {
        boolean ofUnit = deed.action() == ExclusionAction.APPLY || deed.action() == ExclusionAction.TAKE_BACK;
        By by = new By(actor, EnumSet.of(ofUnit ? TicketRole.APPLICANT : TicketRole.SUPERVISOR), null);
        TicketAction action = new ExcludeAction(
                deed.exclusionId(),
                deed.action(),
                deed.unitId(),
                deed.reason(),
                deed.rates(),
                deed.words(),
                deed.photoIds());
        return steps.step(tickets.find(ticketId, Actor.SYSTEM), Planned.of(action), by, now);
    }
}
