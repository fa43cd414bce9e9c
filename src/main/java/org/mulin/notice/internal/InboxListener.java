package org.mulin.notice.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.notice.internal.ResidentTidings.Tiding;
import org.mulin.notice.internal.delivery.Deliveries;
import org.mulin.notice.internal.delivery.Outgoing;
import org.mulin.ticket.TicketAuthors;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.Tickets;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happened to tickets into messages, once, however often it is delivered. The authors of a batch are not
 * told that it was taken in: an import brings old matters too.
 */
@Component
class InboxListener {
    private final Tickets tickets;
    private final TicketAuthors authors;
    private final StaffTidings staff;
    private final ResidentTidings residents;
    private final PhoneTidings phones;
    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final InboxSignals signals;
    private final Clock clock;

    InboxListener(
            Tickets tickets,
            TicketAuthors authors,
            StaffTidings staff,
            ResidentTidings residents,
            PhoneTidings phones,
            InboxRepository inbox,
            Deliveries deliveries,
            InboxSignals signals,
            Clock clock) {
        this.tickets = tickets;
        this.authors = authors;
        this.staff = staff;
        this.residents = residents;
        this.phones = phones;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.signals = signals;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TicketChanges changes) {
        if (!inbox.takeOnce(key(changes), clock.instant())) {
            return;
        }
        Set<UUID> ids = changes.events().stream().map(TicketEvent::ticketId).collect(Collectors.toSet());
        Map<UUID, TicketFacts> facts = tickets.facts(ids);
        List<InboxMessage> told = new ArrayList<>(staff.of(changes, facts));
        List<Outgoing> byPhone = new ArrayList<>(phones.forStaff(told));
        if (ResidentTidings.concern(changes) && !StaffTidings.isBatch(changes)) {
            List<Tiding> tidings = residents.of(changes, facts, authors.of(ids));
            tidings.stream().flatMap(InboxMessage::progress).forEach(told::add);
            byPhone.addAll(phones.forAuthors(tidings));
        }
        inbox.insert(told);
        deliveries.accept(byPhone);
        signals.tell(told.stream().map(message -> message.to().id()).toList());
    }

    /** Changes hold ids and times, so that no two transactions' are the same. */
    private static UUID key(TicketChanges changes) {
        return UUID.nameUUIDFromBytes(changes.toString().getBytes(StandardCharsets.UTF_8));
    }
}
