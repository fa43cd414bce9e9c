package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.ticket.Channel;
import org.springframework.context.ApplicationContext;

/** A life by the program's own services, as its controllers call them, without HTTP. */
public final class ServiceLife {
    private final AppealService appeals;
    private final TicketService tickets;
    private final TicketRepository repository;

    public ServiceLife(ApplicationContext program) {
        this.appeals = program.getBean(AppealService.class);
        this.tickets = program.getBean(TicketService.class);
        this.repository = program.getBean(TicketRepository.class);
    }

    /** An appeal that waits for a person to decide, and where it lies. */
    public record Begun(UUID appealId, UUID ticketId, String area) {}

    public Begun begin(Actor author, String words, String area) {
        UUID appeal = appeals.submit(
                author,
                key(),
                new NewAppeal(
                        Channel.WEB,
                        null,
                        author.accountId(),
                        "",
                        words,
                        Instant.now(),
                        new GivenPlace(null, area, null, null),
                        false,
                        null,
                        null,
                        List.of(),
                        null,
                        false,
                        null),
                null,
                null)
                .appealId();
        return new Begun(appeal, repository.ticketOf(appeal, author), area);
    }

    public void dispatch(Actor dispatcher, Begun begun, String matter) {
        tickets.classify(dispatcher, target(begun, 1), matter, begun.area());
    }

    public void handle(Actor clerk, Begun begun, String reply, String result) {
        tickets.accept(clerk, target(begun, 2));
        tickets.reply(clerk, target(begun, 3), reply, List.of());
        tickets.resolve(clerk, target(begun, 4), result, List.of());
    }

    public void judge(Actor author, Begun begun) {
        appeals.judge(
                author,
                new TicketService.Target(begun.appealId(), 5, key()),
                new AppealService.Verdict(true, true, 5, null, false));
    }

    private static TicketService.Target target(Begun begun, long version) {
        return new TicketService.Target(begun.ticketId(), version, key());
    }

    private static String key() {
        return Ids.next().toString();
    }
}
