package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.ticket.TicketStatus;

class ResponseTest {
    private static final Instant EARLY = Samples.NOON.plusSeconds(10);
    private static final Instant LATE = Samples.NOON.plusSeconds(4000);

    private static @Nullable String whistled(TicketStatus status, UUID convener, Instant at) {
        Ticket ticket = Samples.ticket(status, Samples.RESIDENT);
        Actor actor = Samples.staff(convener, AreaRange.of(Samples.AREA), By.CONVENE);
        TicketAction whistle = Samples.action(ActionKind.WHISTLE);
        return Response.of(
                ticket,
                TicketWorkflow.apply(ticket, whistle, By.of(actor, ticket), at).entry());
    }

    /** Late is no worse than silent: that is late too. */
    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "WAITING"})
    void whoeverHasItAndBlowsTheWhistleHasResponded(TicketStatus status) {
        assertThat(whistled(status, Samples.STREET, EARLY)).isEqualTo("IN_TIME");
        assertThat(whistled(status, Samples.STREET, LATE)).isEqualTo("LATE");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "WAITING"})
    void whoeverCallsToAnothersTicketDoesNotRespondForIt(TicketStatus status) {
        assertThat(whistled(status, UUID.randomUUID(), EARLY)).isNull();
    }
}
