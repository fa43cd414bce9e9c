package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mulin.ticket.TicketStatus;

/** What holds for every ticket, whatever happened to it. */
final class TicketInvariants {
    private TicketInvariants() {}

    static void hold(Ticket ticket) {
        List<Part> leads = ticket.parts().stream().filter(Part::isOpenLead).toList();
        assertThat(leads)
                .as("one responsible unit while a unit works")
                .hasSize(ticket.status().isWithUnit() ? 1 : 0);
        if (!ticket.status().isWithUnit()) {
            assertThat(ticket.parts())
                    .as("no part outlives the work, but of those who are called or review while somebody decides")
                    .noneMatch(part -> part.isOpen()
                            && !(part.isOpenCall() && ticket.status() == TicketStatus.TRIAGE)
                            && !(part.isOpenReview() && ticket.status() == TicketStatus.DECLINED));
        }
        if (ticket.status().isWithUnit() || ticket.status() == TicketStatus.RESOLVED) {
            assertThat(ticket.dueAt()).as("work has a deadline").isNotNull();
        }
        assertThat(ticket.appeals().isEmpty())
                .as("only a merged ticket has nobody's appeal")
                .isEqualTo(ticket.status() == TicketStatus.MERGED);
        if (ticket.status() == TicketStatus.CLOSED) {
            assertThat(ticket.reopenUntil())
                    .as("closed tickets say until when they can come back")
                    .isNotNull();
        }
        ticket.parts()
                .forEach(part -> assertThat(part.endedAt() == null)
                        .as("ended parts say when")
                        .isEqualTo(part.isOpen()));
    }

    /** The steps, told from the first, lead to where the ticket stands. */
    static void explains(List<HistoryEntry> history, Ticket ticket) {
        TicketStatus told = null;
        long number = 0;
        for (HistoryEntry entry : history) {
            assertThat(entry.from()).isEqualTo(told);
            assertThat(entry.number()).isEqualTo(++number);
            told = entry.to();
        }
        assertThat(told).isEqualTo(ticket.status());
        assertThat(number).isEqualTo(ticket.version());
    }
}
