package org.mulin.insight.internal.honesty;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.ticket.Closure;
import org.mulin.ticket.Closures;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Checks each report that a ticket is done soon after it was made, once, however often it is told. */
@Component
class ClosureListener {
    private final Closures closures;
    private final HonestyService service;

    ClosureListener(Closures closures, HonestyService service) {
        this.closures = closures;
        this.service = service;
    }

    @ApplicationModuleListener(id = "insight.honesty", condition = "@closureGate.concerns(#root.args[0])")
    void on(TicketChanges changes) {
        Map<UUID, Closure> latest = closures.latest(changes.events().stream()
                .filter(ClosureGate::isAbout)
                .map(TicketEvent::ticketId)
                .collect(Collectors.toSet()));
        for (TicketEvent event : changes.events()) {
            Closure closure = latest.get(event.ticketId());
            if (closure != null && ClosureGate.isAbout(event)) {
                service.check(closure);
                if (event instanceof TicketEvent.Judged judged) {
                    service.disagreed(closure, judged.satisfaction());
                }
            }
        }
    }
}
