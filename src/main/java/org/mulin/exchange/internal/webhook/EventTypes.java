package org.mulin.exchange.internal.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mulin.ticket.TicketEvent;

/** Names of events for the world outside, such as {@code org.mulin.ticket.dispatched.v1}. */
final class EventTypes {
    /** Every event that a ticket can have, in the order of the code. */
    static final List<String> ALL = Arrays.stream(TicketEvent.class.getPermittedSubclasses())
            .map(EventTypes::name)
            .toList();

    private EventTypes() {}

    static String of(TicketEvent event) {
        return name(event.getClass());
    }

    private static String name(Class<?> type) {
        String words = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return "org.mulin.ticket." + words.toLowerCase(Locale.ROOT) + ".v1";
    }
}
