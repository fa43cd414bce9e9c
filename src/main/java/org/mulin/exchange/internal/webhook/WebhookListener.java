package org.mulin.exchange.internal.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.Tickets;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes down what has to be sent to whom: one outbox row, then one row for each event and subscriber. */
@Component
class WebhookListener {
    private final SubscriptionRepository subscriptions;
    private final PushRepository deliveries;
    private final CloudEvents cloudEvents;
    private final Tickets tickets;

    WebhookListener(
            SubscriptionRepository subscriptions, PushRepository deliveries, CloudEvents cloudEvents, Tickets tickets) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.cloudEvents = cloudEvents;
        this.tickets = tickets;
    }

    @ApplicationModuleListener(id = "exchange.webhooks", condition = "@webhookGate.open()")
    void on(TicketChanges changes) {
        List<SubscriptionRepository.Live> live = subscriptions.live();
        if (live.isEmpty()) {
            return;
        }
        Map<UUID, TicketFacts> facts = tickets.facts(
                changes.events().stream().map(TicketEvent::ticketId).collect(Collectors.toSet()));
        List<PushRepository.New> all = new ArrayList<>();
        for (int place = 0; place < changes.events().size(); place++) {
            TicketEvent event = changes.events().get(place);
            TicketFacts ticket = facts.get(event.ticketId());
            if (ticket != null) {
                all.addAll(deliveries(event, place, ticket, live));
            }
        }
        deliveries.insert(all);
    }

    private List<PushRepository.New> deliveries(
            TicketEvent event, int place, TicketFacts ticket, List<SubscriptionRepository.Live> live) {
        String type = EventTypes.of(event);
        List<SubscriptionRepository.Live> wanting = live.stream()
                .filter(each -> each.types().contains(type) && each.range().contains(ticket.areaKey()))
                .toList();
        if (wanting.isEmpty()) {
            return List.of();
        }
        UUID id = CloudEvents.id(event, place);
        String body = cloudEvents.write(id, event, ticket);
        return wanting.stream()
                .map(each -> new PushRepository.New(each.id(), id, type, ticket.number(), body))
                .toList();
    }
}
