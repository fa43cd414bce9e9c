package org.mulin.ticket.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;

/**
 * Someone acting on one ticket: who it is and in what capacities.
 *
 * @param appealId the actor's own appeal that still stands, null when there is none
 */
record By(Actor actor, Set<TicketRole> roles, @Nullable UUID appealId) {
    static final String TRIAGE = "ticket:triage";
    static final String HANDLE = "ticket:handle";
    static final String READ = "ticket:read";
    static final String REPORT = "ticket:report";
    /** To blow the whistle: to call departments together on a ticket of the own area. */
    static final String CONVENE = "ticket:convene";
    /** To decide on kick-backs, assess whistles and give orders within the own area. */
    static final String REVIEW = "ticket:review";

    /** To ask authors by phone how it went. */
    static final String CALL_BACK = "ticket:call-back";

    /** To decide within the own area which tickets the rates leave out. */
    static final String EXCLUDE = "ticket:exclude";

    static final String SETTLE = "ticket:settle";
    /** Leaders read the tickets that their figures count; they take no step. */
    static final String OVERSEE = "insight:read";

    /** Whoever takes an appeal in at this moment, before it is anybody's work. */
    static By taking(Actor clerk) {
        return new By(clerk, EnumSet.of(TicketRole.CLERK), null);
    }

    /** A unit that does its part in a whistle, or its convener: the whistle's own table has let it. */
    static By joining(Actor actor) {
        return new By(actor, EnumSet.of(TicketRole.MEMBER), null);
    }

    /** Whoever writes down what an author says on the phone. */
    static By speakingFor(Actor caller, UUID appealId) {
        return new By(caller, EnumSet.of(TicketRole.AUTHOR), appealId);
    }

    static By of(Actor actor, Ticket ticket) {
        return of(actor, ticket, null);
    }

    /** @param speaksOf the one of the actor's appeals that it is about: an author may have several in a ticket */
    static By of(Actor actor, Ticket ticket, @Nullable UUID speaksOf) {
        Set<TicketRole> roles = EnumSet.noneOf(TicketRole.class);
        if (actor.kind() == Actor.Kind.SYSTEM) {
            roles.add(TicketRole.SYSTEM);
        }
        if (actor.has(TRIAGE) && actor.scope().contains(ticket.areaKey())) {
            roles.add(TicketRole.DISPATCHER);
        }
        UUID unit = actor.unitId();
        if (actor.has(REVIEW) && actor.scope().contains(ticket.areaKey())) {
            roles.add(TicketRole.REVIEWER);
        }
        if (actor.has(CONVENE) && unit != null && actor.scope().contains(ticket.areaKey())) {
            roles.add(TicketRole.CONVENER);
        }
        if (actor.has(HANDLE) && unit != null) {
            ticket.parts().stream()
                    .filter(part -> part.isOpen() && part.unitId().equals(unit))
                    .map(part -> capacity(part.role()))
                    .forEach(roles::add);
        }
        Optional<UUID> own = ticket.appeals().stream()
                .filter(appeal -> appeal.isBy(actor.accountId()) && !appeal.withdrawn())
                .filter(appeal -> speaksOf == null || appeal.id().equals(speaksOf))
                .map(Appeal::id)
                .findFirst();
        if (own.isPresent()) {
            roles.add(TicketRole.AUTHOR);
        }
        return new By(actor, roles, own.orElse(null));
    }

    private static TicketRole capacity(PartRole role) {
        return switch (role) {
            case LEAD -> TicketRole.HANDLER;
            case ASSIST, CALLED -> TicketRole.ASSISTANT;
            case REVIEW -> TicketRole.REVIEWER;
        };
    }
}
