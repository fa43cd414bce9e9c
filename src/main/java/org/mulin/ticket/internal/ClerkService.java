package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.UUID;
import org.mulin.access.Accounts;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Stale;
import org.mulin.organization.Units;
import org.mulin.ticket.internal.dispatch.DeclineReasonsTable;
import org.mulin.triage.Correction;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.stereotype.Service;

/** 受理: clerks at the phone and the counter take appeals in for those who tell them. */
@Service
public class ClerkService {
    /** Whoever holds it takes appeals in, and sees what is near them in the area that the unit serves. */
    public static final String RIGHT = "ticket:intake";

    private final OnceOnly once;
    private final IntakeService intake;
    private final Joining joining;
    private final TicketRepository tickets;
    private final TicketService service;
    private final PlaceCheck places;
    private final Units units;
    private final Accounts accounts;
    private final Triage triage;
    private final Clock clock;

    ClerkService(
            OnceOnly once,
            IntakeService intake,
            Joining joining,
            TicketRepository tickets,
            TicketService service,
            PlaceCheck places,
            Units units,
            Accounts accounts,
            Triage triage,
            Clock clock) {
        this.once = once;
        this.intake = intake;
        this.joining = joining;
        this.tickets = tickets;
        this.service = service;
        this.places = places;
        this.units = units;
        this.accounts = accounts;
        this.triage = triage;
        this.clock = clock;
    }

    /** The answer kept for a repeated key; holds no secret. */
    record Kept(UUID appealId) {}

    public static void requireClerk(Actor actor) {
        TicketViewQueries.requireStaff(actor);
        actor.require(RIGHT);
    }

    /**
     * Registers an appeal and does with it what the clerk says. A matter that the clerk chose decides, and the machine
     * learns it.
     *
     * @return the appeal
     */
    public UUID take(Actor clerk, String key, NewAppeal appeal, ClerkOutcome outcome) {
        requireClerk(clerk);
        places.check(appeal.place());
        return once.run(clerk, key, Kept.class, () -> {
                    Registration made = intake.record(clerk, broughtIn(clerk, appeal), opening(clerk, outcome));
                    if (appeal.matterCode() != null) {
                        Text text = new Text(appeal.subject(), appeal.words());
                        triage.learn(new Correction(made.ticket().id(), text, appeal.matterCode()));
                    }
                    return new Kept(made.appealId());
                })
                .appealId();
    }

    /** The number that somebody calls from leads to their account, so that progress shows up there. */
    private NewAppeal broughtIn(Actor clerk, NewAppeal appeal) {
        String phone = appeal.contactPhone();
        UUID author = phone == null ? null : accounts.resident(phone).orElse(null);
        return appeal.broughtIn(Reporter.of(clerk, null), author);
    }

    private Opening opening(Actor clerk, ClerkOutcome outcome) {
        return switch (outcome) {
            case ClerkOutcome.Dispatch ignored -> Opening.BY_RULES;
            case ClerkOutcome.Decline decline -> {
                service.requireReason(DeclineReasonsTable.class, decline.reasonCode());
                yield new Opening.Declining(
                        decline.reasonCode(), decline.words(), service.contestUntil(clock.instant()));
            }
            case ClerkOutcome.Inform inform -> {
                String unit = units.byId(Reporter.of(clerk, null).unitId()).code();
                yield new Opening.Informing(inform.words(), unit, service.reopenUntil(clock.instant()));
            }
        };
    }

    /**
     * 并入: one more author's appeal becomes part of an open ticket, with a query code and a verdict of its own.
     *
     * @return the appeal
     */
    public UUID join(Actor clerk, String key, UUID ticketId, long version, NewAppeal told) {
        requireClerk(clerk);
        places.check(told.place());
        return once.run(clerk, key, Kept.class, () -> {
                    Ticket ticket = tickets.findAtIntake(ticketId, clerk);
                    if (ticket.version() != version) {
                        throw new Stale(ticket.version());
                    }
                    return new Kept(joining.join(clerk, ticket, broughtIn(clerk, told)));
                })
                .appealId();
    }
}
