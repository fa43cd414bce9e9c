package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 首次响应: how the unit that has a ticket shows its authors that it has taken notice; the first one counts. */
final class Response {
    private static final Set<ActionKind> STEPS =
            EnumSet.of(ActionKind.ACCEPT, ActionKind.REPLY, ActionKind.ASK, ActionKind.RESOLVE);

    private Response() {}

    /** Whether this step keeps the limit, as the database has it; null when it is no response. */
    static @Nullable String of(Ticket before, HistoryEntry entry) {
        boolean responds = entry.role() == TicketRole.HANDLER && STEPS.contains(entry.action());
        if (!responds && !callsForHelp(before, entry)) {
            return null;
        }
        Instant dueAt = before.dueAt();
        return dueAt == null || !entry.at().isAfter(dueAt) ? "IN_TIME" : "LATE";
    }

    /** Whoever blows the whistle on its own ticket has taken notice: waiting for departments is no silence. */
    private static boolean callsForHelp(Ticket before, HistoryEntry entry) {
        return entry.action() == ActionKind.WHISTLE
                && before.lead()
                        .map(Part::unitId)
                        .filter(unit -> unit.equals(entry.by().actor().unitId()))
                        .isPresent();
    }
}
