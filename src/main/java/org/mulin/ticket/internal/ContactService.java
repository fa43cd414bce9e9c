package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.StepTaker.PURPOSE_SUBJECT;

import java.util.UUID;
import org.mulin.access.Purposes;
import org.mulin.audit.Audit;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.ticket.internal.TicketViews.ContactReading;
import org.springframework.stereotype.Service;

/** Shows an author's name and phone to those who work on the ticket, for a stated purpose, and keeps the trail. */
@Service
class ContactService {
    private final OnceOnly once;
    private final TicketRepository tickets;
    private final ContactQueries contacts;
    private final StepTaker steps;
    private final Purposes purposes;
    private final Audit audit;

    ContactService(
            OnceOnly once,
            TicketRepository tickets,
            ContactQueries contacts,
            StepTaker steps,
            Purposes purposes,
            Audit audit) {
        this.once = once;
        this.tickets = tickets;
        this.contacts = contacts;
        this.steps = steps;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** What is kept for a repeated key: that it was read, never what. */
    record Read(UUID appealId) {}

    ContactReading read(Actor actor, String key, UUID ticketId, UUID appealId, String purpose) {
        requireReader(actor, ticketId, appealId);
        once.run(actor, key, Read.class, () -> {
            By by = requireReader(actor, ticketId, appealId);
            if (by.roles().contains(TicketRole.DISPATCHER) && actor.unitId() != null) {
                steps.openForDispatcher(ticketId, actor.unitId());
            }
            purposes.check(actor, PURPOSE_SUBJECT, ticketId);
            audit.record(
                    actor,
                    Audit.Act.of("contact.read", "appeal", appealId)
                            .because(purpose)
                            .with("ticket=" + ticketId));
            return new Read(appealId);
        });
        return contacts.read(appealId);
    }

    /** Confidential appeals open to dispatchers only; others to whoever works on the ticket now. */
    private By requireReader(Actor actor, UUID ticketId, UUID appealId) {
        TicketViewQueries.requireStaff(actor);
        Ticket ticket = tickets.find(ticketId, actor);
        if (ticket.appeals().stream().noneMatch(appeal -> appeal.id().equals(appealId))) {
            throw new Absent();
        }
        By by = By.of(actor, ticket);
        if (!mayRead(by, contacts.isConfidential(appealId))) {
            throw Refused.of("contact-not-yours");
        }
        return by;
    }

    static boolean mayRead(By by, boolean confidential) {
        return by.roles().contains(TicketRole.DISPATCHER)
                || (!confidential && by.roles().contains(TicketRole.HANDLER));
    }
}
