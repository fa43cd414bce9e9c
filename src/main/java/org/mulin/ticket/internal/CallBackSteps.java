package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Purposes;
import org.mulin.access.Purposes.Purpose;
import org.mulin.audit.Audit;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.TicketViews.ContactReading;
import org.springframework.stereotype.Component;

/** What calling back asks of a ticket: its author's number, for this reason only, and the author's verdict. */
@Component
public class CallBackSteps {
    private static final String SUBJECT = "call-back";

    private final TicketRepository tickets;
    private final AppealService appeals;
    private final StepTaker steps;
    private final ContactQueries contacts;
    private final Purposes purposes;
    private final Audit audit;
    private final Names names;
    private final Clock clock;

    CallBackSteps(
            TicketRepository tickets,
            AppealService appeals,
            StepTaker steps,
            ContactQueries contacts,
            Purposes purposes,
            Audit audit,
            Names names,
            Clock clock) {
        this.tickets = tickets;
        this.appeals = appeals;
        this.steps = steps;
        this.contacts = contacts;
        this.purposes = purposes;
        this.audit = audit;
        this.names = names;
        this.clock = clock;
    }

    /** What a call is about. */
    public record Subject(
            String number, TicketStatus status, @Nullable String unitName) {}

    /** Whom to ask. */
    public record Callee(@Nullable String name, String phone) {}

    /** What the author said on the phone about one round. */
    public record Said(
            UUID ticketId,
            UUID appealId,
            int round,
            boolean contacted,
            boolean solved,
            int satisfaction,
            @Nullable String words) {}

    /** @throws Refused when the actor may not call back, or holds no post */
    public static UUID unit(Actor actor) {
        actor.require(By.CALL_BACK);
        UUID unit = actor.unitId();
        if (unit == null) {
            throw Refused.of("post-missing");
        }
        return unit;
    }

    /** Confidential appeals are for dispatchers only, here too. */
    public static boolean mayHearConfidential(Actor actor) {
        return actor.has(By.TRIAGE);
    }

    public Subject subject(UUID ticketId) {
        Ticket ticket = tickets.find(ticketId, Actor.SYSTEM);
        return new Subject(ticket.number(), ticket.status(), names.unitName(ticket.lastLeadUnitId()));
    }

    /** In the caller's transaction: the reason and the trail of the reading that follows. */
    public void openNumber(Actor caller, UUID unit, UUID ticketId, UUID appealId) {
        purposes.open(new Purpose("ticket-call-back", StepTaker.LEGAL_BASIS, SUBJECT, appealId, unit));
        purposes.check(caller, SUBJECT, appealId);
        audit.record(
                caller,
                Audit.Act.of("contact.read", "appeal", appealId).because("电话回访").with("ticket=" + ticketId));
    }

    public void closeNumber(UUID unit, UUID appealId) {
        purposes.close(SUBJECT, appealId, unit);
    }

    /** The caller has opened the number before. */
    public Callee callee(UUID appealId) {
        ContactReading contact = contacts.read(appealId);
        return new Callee(contact.name(), String.valueOf(contact.phone()));
    }

    /**
     * The author's verdict, told by phone; in the caller's transaction.
     *
     * @throws Refused {@code call-back-over} when the ticket has moved on since the call began
     */
    public TicketStatus judge(Actor caller, Said said) {
        Ticket ticket = tickets.find(said.ticketId(), Actor.SYSTEM);
        if (ticket.status() != TicketStatus.RESOLVED || ticket.round() != said.round()) {
            throw Refused.of("call-back-over");
        }
        Instant now = clock.instant();
        var verdict =
                new AppealService.Verdict(said.contacted(), said.solved(), said.satisfaction(), said.words(), true);
        steps.step(ticket, appeals.judged(ticket, verdict, now), By.speakingFor(caller, said.appealId()), now);
        return tickets.find(said.ticketId(), Actor.SYSTEM).status();
    }
}
