package org.mulin.ticket.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.mulin.base.Actor;
import org.mulin.ticket.Channel;
import org.mulin.ticket.OpenAppeal;
import org.mulin.ticket.OpenSearch;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.OpenTickets;
import org.mulin.ticket.internal.open.OpenTicketQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the promise to other programs. */
@Service
class OpenIntake implements OpenTickets {
    private final IntakeService intake;
    private final OpenTicketQueries queries;
    private final Clock clock;

    OpenIntake(IntakeService intake, OpenTicketQueries queries, Clock clock) {
        this.intake = intake;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Filed file(Actor actor, OpenAppeal appeal) {
        NewAppeal taken = new NewAppeal(
                Channel.OPEN311,
                null,
                null,
                "",
                appeal.words(),
                clock.instant(),
                new GivenPlace(appeal.point(), appeal.areaCode(), null, appeal.placeText()),
                false,
                appeal.contactName(),
                appeal.contactPhone(),
                List.of(),
                appeal.matterCode(),
                false,
                null);
        Registration made = intake.register(actor, List.of(taken)).getFirst();
        return new Filed(made.ticket().id(), made.appealId(), made.ticket().number());
    }

    @Override
    public List<OpenTicket> find(OpenSearch search) {
        return queries.find(search);
    }

    @Override
    public List<OpenTicket> numbered(Collection<String> numbers) {
        return queries.numbered(numbers);
    }
}
